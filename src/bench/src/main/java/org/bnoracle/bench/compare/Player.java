package org.bnoracle.bench.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Plays a contender by lines on standard input and output; lines that do not begin with a mark are a library's own. */
public final class Player {
  static final String MARK = "@bench ";

  private final Contender contender;
  private final int threads;
  private Workload work;
  private Contender.Run run;

  private Player(Contender contender, int threads) {
    this.contender = contender;
    this.threads = threads;
  }

  /** @param args the number of threads */
  public static void play(Contender contender, String[] args) throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err);
    Player player = new Player(contender, Integer.parseInt(args[args.length - 1]));
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      answers.println(MARK + player.answer(line));
      answers.flush();
    }
    System.exit(0); // some libraries leave threads behind
  }

  private String answer(String line) {
    String[] words = line.split(" ", 2);
    try {
      return switch (words[0]) {
        case "prepare" -> prepare(words[1]);
        case "play" -> turn(Integer.parseInt(words[1]));
        case "values" -> values(words[1]);
        default -> throw new IOException("no such command: " + line);
      };
    } catch (UnsupportedOperationException e) {
      return "unsupported " + e.getMessage();
    } catch (Exception e) {
      e.printStackTrace();
      return "failed " + e;
    }
  }

  private String prepare(String text) throws Exception {
    work = Workload.parse(text);
    if (run != null) {
      run.close();
    }
    run = null;
    System.gc();
    run = contender.prepare(work, threads);
    return "ok";
  }

  /** Nanoseconds of so many runs. */
  private String turn(int runs) throws Exception {
    StringBuilder times = new StringBuilder("nanos");
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      run.run();
      times.append(' ').append(System.nanoTime() - start);
    }
    return times.toString();
  }

  /** Results of the channels asked for, one after the other. */
  private String values(String channels) throws Exception {
    double[] all = run.result();
    if (all == null) {
      return "none";
    }
    int[] wanted = Arrays.stream(channels.split(" ")).mapToInt(Integer::parseInt).toArray();
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * wanted.length * work.count());
    for (int channel : wanted) {
      for (int i = 0; i < work.count(); i++) {
        bytes.putDouble(all[work.index(channel, i)]);
      }
    }
    return "values " + Base64.getEncoder().encodeToString(bytes.array());
  }

  /** What {@link #values} says, or null. */
  static double[] parse(String answer) {
    if (!answer.startsWith("values ")) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(answer.substring("values ".length())));
    double[] values = new double[bytes.capacity() / Double.BYTES];
    bytes.asDoubleBuffer().get(values);
    return values;
  }

  static String channels(int[] channels) {
    return Arrays.stream(channels).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }
}
