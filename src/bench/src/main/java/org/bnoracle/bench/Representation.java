package org.bnoracle.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bnoracle.equations.Arithmetic;
import org.bnoracle.equations.DecimalArithmetic;
import org.bnoracle.equations.ExactArithmetic;
import org.bnoracle.equations.Text;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Elements a second of the same text, without rounding, in one channel on one thread, by representation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class Representation {
  private static final int M = 1024;
  private static final int DIGITS = 60;

  private final Case question = Data.of(Operation.TRAINING_FORWARD, BinaryFormat.F32, 1, M);

  @Benchmark
  @OperationsPerInvocation(M)
  public void exactField(Blackhole blackhole) {
    compute(new ExactArithmetic(M), blackhole);
  }

  @Benchmark
  @OperationsPerInvocation(M)
  public void reducedFractions(Blackhole blackhole) {
    compute(new ReducedFractions(), blackhole);
  }

  @Benchmark
  @OperationsPerInvocation(M)
  public void decimalIntervals(Blackhole blackhole) {
    compute(new DecimalArithmetic(DIGITS), blackhole);
  }

  private <T> void compute(Arithmetic<T> arithmetic, Blackhole blackhole) {
    Map<Slot, List<T>> outputs =
        question.operation().compute(Text.PAPER.over(arithmetic), question.channel(0, arithmetic));
    outputs.values().forEach(list -> list.forEach(blackhole::consume));
  }
}
