package org.bnoracle.report;

import static org.bnoracle.gate.Runs.FIRST;
import static org.bnoracle.gate.Runs.SECOND;
import static org.bnoracle.gate.Runs.graded;
import static org.bnoracle.gate.Runs.report;
import static org.bnoracle.gate.Runs.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Outcome;
import org.bnoracle.conformance.Report;
import org.bnoracle.gate.Gate;
import org.bnoracle.gate.Verdict;
import org.bnoracle.subject.SubjectException.Failure;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitXmlTest {
  private static final String THIRD = "inference-forward/well-scaled/f32/0003";
  private static final Report MIXED = report(
      graded(FIRST, Grade.TREE, 0.5), graded(SECOND, Grade.WRONG, 7), result(THIRD, new Outcome.Unsupported("later")),
      result("inference-forward/subnormal/f32/0001", new Outcome.Failed(Failure.CRASHED, "exit 1\nsegfault")));

  private static Element xml(Verdict... verdicts) throws Exception {
    byte[] bytes = JUnitXml.bytes(List.of(verdicts));
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
  }

  private static List<Element> all(Element root, String name) {
    List<Element> elements = new ArrayList<>();
    NodeList nodes = root.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Element only(Element root, String name) {
    List<Element> elements = all(root, name);
    assertEquals(1, elements.size(), name);
    return elements.get(0);
  }

  private static String test(Element child) {
    return ((Element) child.getParentNode()).getAttribute("name");
  }

  @Test
  void thereIsATestCaseForEachVectorAndOneForTheRun() throws Exception {
    Element root = xml(Gate.DEFAULT.judge(MIXED));
    assertEquals("testsuites", root.getTagName());
    assertEquals(List.of(FIRST, SECOND, THIRD, "inference-forward/subnormal/f32/0001", "gate"),
        all(root, "testcase").stream().map(test -> test.getAttribute("name")).toList());
    assertEquals("inference-forward.f32.well-scaled", all(root, "testcase").get(0).getAttribute("classname"));
  }

  @Test
  void theCountsAreThoseOfTheElements() throws Exception {
    Element suite = only(xml(Gate.DEFAULT.judge(MIXED)), "testsuite");
    assertEquals("kernel 2.1", suite.getAttribute("name"));
    for (String kind : List.of("failure", "error", "skipped")) {
      String count = suite.getAttribute(kind.equals("skipped") ? kind : kind + "s");
      assertEquals(all(suite, kind).size(), Integer.parseInt(count), kind);
      assertEquals("1", count, kind);
    }
    assertEquals("5", suite.getAttribute("tests"));
  }

  @Test
  void aWrongOutputIsAFailure() throws Exception {
    Element failure = only(xml(Gate.DEFAULT.judge(MIXED)), "failure");
    assertEquals(SECOND, test(failure));
    assertEquals("inference-forward f32 y is wrong, required is unstable", failure.getAttribute("message"));
    assertTrue(failure.getTextContent().contains("y[3]: wrong; at most 700.0 ulp, 7.000 of the bound"), failure.getTextContent());
  }

  @Test
  void aCrashIsAnError() throws Exception {
    Element error = only(xml(Gate.DEFAULT.judge(MIXED)), "error");
    assertEquals("crashed", error.getAttribute("message"));
    assertTrue(error.getTextContent().contains("exit 1\nsegfault"), error.getTextContent());
  }

  @Test
  void whatMayBeLeftOutIsSkipped() throws Exception {
    Element skipped = only(xml(Gate.DEFAULT.judge(MIXED)), "skipped");
    assertEquals(THIRD, test(skipped));
    assertEquals("unsupported: later", skipped.getAttribute("message"));
  }

  @Test
  void whatIsNoVectorsFaultFailsTheGatesOwnTest() throws Exception {
    Element root = xml(Gate.DEFAULT.judge(report(result(FIRST, new Outcome.NotSent("epsilon 0.25")))));
    Element failure = only(root, "failure");
    assertEquals("gate", test(failure));
    assertEquals("nothing was graded for inference-forward in f32", failure.getAttribute("message"));
    assertEquals("1", only(root, "testsuite").getAttribute("failures"));
  }

  @Test
  void aRunThatPassesHasNoFailure() throws Exception {
    Element root = xml(Gate.DEFAULT.judge(report(graded(FIRST, Grade.TREE, 0.5))));
    assertEquals(0, all(root, "failure").size() + all(root, "error").size());
  }

  @Test
  void eachSubjectIsASuite() throws Exception {
    Verdict verdict = Gate.DEFAULT.judge(MIXED);
    assertEquals(2, all(xml(verdict, verdict), "testsuite").size());
  }

  @Test
  void whateverASubjectSaysIsXml() throws Exception {
    Report report = report(
        result(FIRST, new Outcome.Failed(Failure.MALFORMED, "<b> & \"q\" ]]> \u0000\u001b[31m \ud800 \ufffe é 𝜎")),
        result(SECOND, new Outcome.Refused("<\u0007>")), graded(THIRD, Grade.TREE, 0));
    Element root = xml(Gate.DEFAULT.judge(report));
    assertTrue(only(root, "error").getTextContent().contains("<b> & \"q\" ]]> ??[31m ? ? é 𝜎"), only(root, "error").getTextContent());
    assertEquals("refused: <?>", only(root, "skipped").getAttribute("message"));
  }
}
