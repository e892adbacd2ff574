package org.bnoracle.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A subject that does as it is told: each argument is ID=ACTION, and hello=ACTION for the greeting. An action is a text
 * to print, where $id and $pid are replaced, or one of: exit CODE COMPLAINT, hang, deafen, close, fork. Cases without an action
 * get the answer of {@link #GOOD}.
 */
public final class Puppet {
  public static final String GOOD = "{\"id\": \"$id\", \"outputs\": {\"y\": {\"format\": \"f32\", \"shape\": [2], \"data\": [1, 2]}}}";
  public static final String WHO = "{\"id\": \"$id\", \"unsupported\": \"$pid\"}";
  private static final String HELLO =
      "{\"protocol\": 1, \"name\": \"puppet\", \"version\": \"1\", \"operations\": {\"inference-forward\": {\"formats\": [\"f32\"]}}}";
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");

  private final Map<String, String> actions = new HashMap<>();
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Puppet(String... args) {
    for (String arg : args) {
      actions.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
    }
  }

  /** The command that starts a puppet. */
  public static List<String> command(String... actions) {
    String java = ProcessHandle.current().info().command().orElseThrow();
    String classes = Puppet.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return Stream.concat(
        Stream.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes, Puppet.class.getName()),
        Stream.of(actions)).toList();
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Puppet puppet = new Puppet(args);
    if (puppet.actions.containsKey("start")) {
      puppet.act("", puppet.actions.get("start"));
    }
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Matcher id = ID.matcher(line);
      if (id.find()) {
        puppet.act(id.group(1), puppet.actions.getOrDefault(id.group(1), GOOD));
      } else {
        puppet.act("", puppet.actions.getOrDefault("hello", HELLO));
      }
    }
  }

  private void act(String id, String action) throws IOException, InterruptedException {
    String[] words = action.split(" ", 3);
    switch (words[0]) {
      case "exit" -> {
        System.err.print(words[2].replace("/", "\n"));
        System.exit(Integer.parseInt(words[1]));
      }
      case "hang" -> Thread.sleep(600_000);
      case "deafen" -> {
        out.println(HELLO);
        Thread.sleep(600_000);
      }
      case "close" -> {
        System.out.close();
        Thread.sleep(600_000);
      }
      case "fork" -> {
        Process grandchild = new ProcessBuilder(command("start=hang")).start();
        out.println("{\"id\": \"" + id + "\", \"unsupported\": \"" + grandchild.pid() + "\"}");
      }
      default -> out.println(action.replace("$id", id).replace("$pid", Long.toString(ProcessHandle.current().pid())));
    }
  }
}
