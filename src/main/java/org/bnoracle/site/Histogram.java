package org.bnoracle.site;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Map;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler;

/** Bars over the steps of a scale, as an inline picture. Texts and lines take their colours from the page's style sheet. */
final class Histogram {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 260;
  private static final Color[] COLOURS = {new Color(0x3b6fb6), new Color(0xc26a1b), new Color(0x3a8a5f), new Color(0x9a4f96)};
  private static final Color CLEAR = new Color(0, 0, 0, 0);
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  private Histogram() {}

  /**
   * @param title for those who do not see it
   * @param id unique on the page
   * @param steps the steps of the scale
   * @param series name → counts of the steps
   */
  static String svg(String title, String id, String axis, List<String> steps, Map<String, List<Integer>> series) {
    CategoryChart chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT).xAxisTitle(axis).yAxisTitle("outputs of cases").build();
    chart.getStyler().setStacked(true).setPlotGridVerticalLinesVisible(false)
        .setLegendPosition(Styler.LegendPosition.InsideNE).setLegendBackgroundColor(CLEAR).setLegendBorderColor(CLEAR)
        .setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR).setPlotBorderVisible(false)
        .setSeriesColors(COLOURS).setLegendFont(FONT);
    chart.getStyler().setXAxisLabelRotation(45).setAxisTickLabelsFont(FONT).setAxisTitleFont(FONT);
    series.forEach((name, counts) -> chart.addSeries(name, steps, counts));
    SVGGraphics2D picture = new SVGGraphics2D(WIDTH, HEIGHT);
    picture.setDefsKeyPrefix(id);
    picture.setRenderingHint(SVGHints.KEY_BEGIN_GROUP, id);
    chart.paint(picture, WIDTH, HEIGHT);
    picture.setRenderingHint(SVGHints.KEY_END_GROUP, id);
    return picture.getSVGElement(id, true, null, null, null).replaceFirst("<svg ", "<svg role=\"img\" aria-label=\"" + title + "\" ");
  }
}
