package org.bnoracle.bench.compare;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws how long contenders take with one workload: a bar each for one and two threads. */
final class SpeedChart {
  /** Whoever takes more times as long as bn-oracle, with one thread, is left out: others could not be told apart. */
  private static final double LONGEST = 5;
  private static final int WIDTH = 900;
  private static final int HEIGHT_OF_CONTENDER = 38;
  private static final int HEIGHT_OF_REST = 120;
  private static final Color[] COLORS = {new Color(0x8FB3D9), new Color(0x2B5C8A)};

  private SpeedChart() {}

  /** @param rows of one workload and JDK */
  static void write(Path file, List<Measurement> rows) throws IOException {
    List<String> names = rows.stream().filter(m -> m.threads() == 1 && m.ratioToOurs() <= LONGEST)
        .map(BenchmarkReport::name).toList();
    HorizontalBarChart chart = new HorizontalBarChartBuilder()
        .width(WIDTH).height(HEIGHT_OF_REST + HEIGHT_OF_CONTENDER * names.size())
        .title(BenchmarkReport.title(rows.get(0))).xAxisTitle("milliseconds").build();
    chart.getStyler().setLabelsVisible(true).setAvailableSpaceFill(0.8).setXAxisMaxLabelCount(names.size())
        .setLegendPosition(LegendPosition.InsideSE).setPlotBorderVisible(false).setDecimalPattern("0.#")
        .setChartBackgroundColor(Color.WHITE).setSeriesColors(COLORS);
    for (int threads = 1; threads <= COLORS.length; threads++) {
      chart.addSeries(threads == 1 ? "1 thread" : threads + " threads", times(rows, names, threads), names);
    }
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }

  private static List<Double> times(List<Measurement> rows, List<String> names, int threads) {
    return rows.stream().filter(m -> m.threads() == threads && names.contains(BenchmarkReport.name(m)))
        .map(Measurement::milliseconds).toList();
  }
}
