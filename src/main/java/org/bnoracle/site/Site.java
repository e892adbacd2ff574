package org.bnoracle.site;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.catalogue.Families;
import org.bnoracle.catalogue.Family;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.document.DocumentException;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.BugClass;
import org.bnoracle.operation.Operation;
import org.bnoracle.report.PublishedReport;

/** Pages about subjects that need nothing but themselves: an index, one of accuracy, one for each subject and each family. */
public final class Site {
  private static final Configuration TEMPLATES = templates();

  private final List<Results> all;

  private Site(List<Results> all) {
    this.all = all;
  }

  private static Configuration templates() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(Site.class, "");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    return configuration;
  }

  /**
   * The site of the reports in a folder, as {@code conform --out} writes them.
   *
   * @throws DocumentException if there is no report, or one cannot be read
   */
  public static Site of(Path reports) throws IOException {
    return new Site(Results.in(reports));
  }

  /** Writes the pages; returns how many. */
  public int write(Path folder) throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("index.html", page("index", Map.of()));
    pages.put("accuracy.html", page("accuracy", Map.of()));
    for (Results results : all) {
      pages.put("subject-" + results.name() + ".html", page("subject", Map.of("it", results, "pictures", new Pictures(results))));
    }
    for (Family family : families()) {
      pages.put("family-" + family.name() + ".html", page("family", Map.of("family", family)));
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      AtomicFile.write(folder.resolve(page.getKey()), page.getValue().getBytes(StandardCharsets.UTF_8));
    }
    return pages.size();
  }

  private List<Family> families() {
    return Families.ALL.stream().filter(family -> all.stream().anyMatch(results -> results.families().contains(family.name()))).toList();
  }

  /** Those that any subject has. */
  private List<Operation> operations() {
    return List.of(Operation.values()).stream()
        .filter(operation -> all.stream().anyMatch(results -> results.operations().contains(operation))).toList();
  }

  private String page(String template, Map<String, Object> more) throws IOException {
    Map<String, Object> model = new HashMap<>(more);
    model.put("all", all);
    model.put("suite", all.get(0).report().suite());
    model.put("generator", all.get(0).fields().get("generator"));
    model.put("families", families());
    model.put("machine", all.get(0).fields().get("machine"));
    model.put("operations", operations());
    model.put("formats", BinaryFormat.ALL.stream().map(BinaryFormat::name).toList());
    model.put("marks", List.of(Grade.values()).stream().map(grade -> new Mark("", grade, 0, 0)).toList());
    model.put("ulpSteps", PublishedReport.ulpSteps());
    model.put("boundSteps", PublishedReport.boundSteps());
    model.put("bugClasses", bugClasses());
    StringWriter text = new StringWriter();
    try {
      Template page = TEMPLATES.getTemplate(template + ".ftlh");
      page.process(model, text);
    } catch (TemplateException e) {
      throw new IllegalStateException("the template " + template + " does not fit its data", e);
    }
    return text.toString();
  }

  /** By number, as texts: the keys of templates. */
  private static Map<String, BugClass> bugClasses() {
    Map<String, BugClass> classes = new TreeMap<>();
    for (BugClass bugClass : BugClass.values()) {
      classes.put(Integer.toString(bugClass.number()), bugClass);
    }
    return classes;
  }
}
