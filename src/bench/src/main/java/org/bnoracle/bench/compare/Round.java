package org.bnoracle.bench.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets contenders take turns at one workload. */
final class Round {
  /** A turn has as many runs as fit, at least two; those of the first half are not timed: others have had the caches. */
  private static final double TURN_MILLISECONDS = 60;
  private static final int MOST_RUNS = 200;
  private static final double WARM_UP_MILLISECONDS = 100;
  /** A JVM needs that long until it has compiled the last of what a workload takes. */
  private static final double JVM_WARM_UP_MILLISECONDS = 4000;
  private static final int FEWEST_WARM_UPS = 2;
  /** Who has played for that long, and some rounds, sits out. */
  private static final double ENOUGH_MILLISECONDS = 800;
  private static final int FEWEST_ROUNDS = 3;

  /** Medians of turns, by seat and round; NaN where it sat out. */
  final Map<Seat, double[]> turns = new LinkedHashMap<>();

  /** @param seats have prepared the workload */
  Round(List<Seat> seats, int rounds) throws IOException {
    Map<Seat, Integer> runs = new LinkedHashMap<>();
    for (Seat seat : seats) {
      runs.put(seat, (int) Math.max(2, Math.min(MOST_RUNS, TURN_MILLISECONDS / warmUp(seat))));
      turns.put(seat, new double[rounds]);
    }
    for (int round = 0; round < rounds; round++) {
      for (Seat seat : seats) {
        double spent = round * runs.get(seat) * turns.get(seat)[0];
        turns.get(seat)[round] = round >= FEWEST_ROUNDS && spent > ENOUGH_MILLISECONDS ? Double.NaN : turn(seat, runs.get(seat));
      }
    }
  }

  /** Runs until it is fast; milliseconds of the fastest. */
  private static double warmUp(Seat seat) throws IOException {
    double spent = 0;
    double best = Double.POSITIVE_INFINITY;
    double wanted = seat.entrant.isJava() ? JVM_WARM_UP_MILLISECONDS : WARM_UP_MILLISECONDS;
    for (int i = 0; i < FEWEST_WARM_UPS || spent < wanted; i++) {
      double took = seat.play(1)[0];
      spent += took;
      best = Math.min(best, took);
    }
    return best;
  }

  private static double turn(Seat seat, int runs) throws IOException {
    return median(Arrays.copyOfRange(seat.play(runs), (runs + 1) / 2, runs));
  }

  double milliseconds(Seat seat) {
    return median(turns.get(seat));
  }

  /** The median over the rounds of one's time over another's. */
  double ratio(Seat seat, Seat other) {
    double[] ratios = turns.get(seat).clone();
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] /= turns.get(other)[i];
    }
    return median(ratios);
  }

  private static double median(double[] values) {
    List<Double> sorted = new ArrayList<>();
    Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().forEach(sorted::add);
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
