package org.bnoracle.report;

import java.io.ByteArrayOutputStream;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.gate.Breach;
import org.bnoracle.gate.Verdict;

/**
 * Reports in the form of JUnit: a test suite for each subject, a test case for each vector, and one more, named gate,
 * for what is a matter of the whole run.
 */
public final class JUnitXml {
  private final XMLStreamWriter out;

  private JUnitXml(XMLStreamWriter out) {
    this.out = out;
  }

  public static byte[] bytes(List<Verdict> verdicts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      new JUnitXml(out).write(verdicts);
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory takes every byte", e);
    }
    return bytes.toByteArray();
  }

  private void write(List<Verdict> verdicts) throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    start("\n", "testsuites");
    for (Verdict verdict : verdicts) {
      write(verdict);
    }
    end("\n");
    out.writeCharacters("\n");
    out.writeEndDocument();
  }

  private void write(Verdict verdict) throws XMLStreamException {
    Map<Report.Result, List<Breach>> breaches = verdict.breaches().stream().filter(breach -> breach.where().isPresent())
        .collect(Collectors.groupingBy(breach -> breach.where().get(), IdentityHashMap::new, Collectors.toList()));
    List<Breach> others = verdict.breaches().stream().filter(breach -> breach.where().isEmpty()).toList();
    List<Report.Result> results = verdict.report().all();
    long errors = results.stream().filter(JUnitXml::isFailed).count();
    start("\n  ", "testsuite");
    attribute("name", verdict.report().subject().name() + " " + verdict.report().subject().version());
    attribute("tests", Integer.toString(results.size() + 1));
    attribute("failures", Long.toString(breaches.size() - errors + (others.isEmpty() ? 0 : 1)));
    attribute("errors", Long.toString(errors));
    attribute("skipped", Long.toString(
        results.stream().filter(result -> !result.isGraded() && !breaches.containsKey(result)).count()));
    for (Report.Result result : results) {
      write(result, breaches.getOrDefault(result, List.of()));
    }
    start("\n    ", "testcase");
    attribute("classname", "bn-oracle");
    attribute("name", "gate");
    writeBreaches("failure", others);
    end("\n    ");
    end("\n  ");
  }

  private static boolean isFailed(Report.Result result) {
    return result.outcome() instanceof Outcome.Failed;
  }

  private void write(Report.Result result, List<Breach> breaches) throws XMLStreamException {
    start("\n    ", "testcase");
    attribute("classname", "%s.%s.%s".formatted(
        result.question().operation().label(), result.question().data().format(), result.family()));
    attribute("name", result.question().id());
    if (breaches.isEmpty() && !result.isGraded()) {
      out.writeEmptyElement("skipped");
      attribute("message", Outcomes.reason(result.outcome()));
    }
    writeBreaches(isFailed(result) ? "error" : "failure", breaches);
    end("\n    ");
  }

  private void writeBreaches(String element, List<Breach> breaches) throws XMLStreamException {
    if (breaches.isEmpty()) {
      return;
    }
    start("\n      ", element);
    attribute("message", breaches.stream().map(Breach::what).collect(Collectors.joining("; ")));
    out.writeCharacters(legal(breaches.stream().map(breach -> breach.what() + "\n" + breach.detail() + "\n")
        .collect(Collectors.joining())));
    out.writeEndElement();
  }

  private void start(String indent, String element) throws XMLStreamException {
    out.writeCharacters(indent);
    out.writeStartElement(element);
  }

  private void end(String indent) throws XMLStreamException {
    out.writeCharacters(indent);
    out.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    out.writeAttribute(name, legal(value));
  }

  /** Subjects may say anything; XML 1.0 cannot hold all of it. */
  private static String legal(String text) {
    return text.codePoints().map(c -> isLegal(c) ? c : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
