package org.bnoracle.bench;

import java.util.concurrent.TimeUnit;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.Oracle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Elements of x a second, for channels of 1024 values, on all processors. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OracleSpeed {
  private static final int M = 1024;
  private static final int CHANNELS = 64;

  @Param({"f64", "f32", "f16", "bf16"})
  public String format;

  @Param({"training-forward", "inference-forward", "training-backward", "inference-backward"})
  public String operation;

  private Case question;

  @Setup
  public void prepare() {
    question = Data.of(Operation.named(operation), BinaryFormat.named(format), CHANNELS, M);
  }

  @Benchmark
  @OperationsPerInvocation(M * CHANNELS)
  public Evaluation elements() {
    return Oracle.evaluate(question);
  }
}
