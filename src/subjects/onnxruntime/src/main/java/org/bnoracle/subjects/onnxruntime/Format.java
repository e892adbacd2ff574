package org.bnoracle.subjects.onnxruntime;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.platform.Fp16Conversions;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A number format: its ONNX type, and the way of its numbers into a tensor and out again. */
enum Format {
  F64(DataType.DOUBLE) {
    @Override
    OnnxTensor tensor(OrtEnvironment environment, long[] shape, String[] data) throws OrtException {
      double[] values = Stream.of(data).mapToDouble(Double::parseDouble).toArray();
      return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(values), shape);
    }

    @Override
    double[] values(OnnxTensor tensor) {
      DoubleBuffer buffer = tensor.getDoubleBuffer();
      return IntStream.range(0, buffer.limit()).mapToDouble(buffer::get).toArray();
    }
  },

  F32(DataType.FLOAT) {
    @Override
    OnnxTensor tensor(OrtEnvironment environment, long[] shape, String[] data) throws OrtException {
      FloatBuffer buffer = FloatBuffer.allocate(data.length);
      Stream.of(data).forEach(number -> buffer.put(Float.parseFloat(number)));
      return OnnxTensor.createTensor(environment, buffer.flip(), shape);
    }

    @Override
    double[] values(OnnxTensor tensor) {
      FloatBuffer buffer = tensor.getFloatBuffer();
      return IntStream.range(0, buffer.limit()).mapToDouble(buffer::get).toArray();
    }
  },

  F16(DataType.FLOAT16) {
    @Override
    OnnxTensor tensor(OrtEnvironment environment, long[] shape, String[] data) throws OrtException {
      ShortBuffer buffer = ShortBuffer.allocate(data.length);
      Stream.of(data).mapToDouble(Double::parseDouble)
          .forEach(number -> buffer.put(Fp16Conversions.floatToFp16(nearestF16(number))));
      return OnnxTensor.createTensor(environment, buffer.flip(), shape, OnnxJavaType.FLOAT16);
    }

    @Override
    double[] values(OnnxTensor tensor) {
      ShortBuffer buffer = tensor.getShortBuffer();
      return IntStream.range(0, buffer.limit()).mapToDouble(i -> Fp16Conversions.fp16ToFloat(buffer.get(i))).toArray();
    }
  },

  /** Taken from cases so that ONNX Runtime itself can say that it has no kernel; no tensor is ever made. */
  BF16(DataType.BFLOAT16) {
    @Override
    OnnxTensor tensor(OrtEnvironment environment, long[] shape, String[] data) {
      throw new IllegalArgumentException("bf16 is not implemented");
    }

    @Override
    double[] values(OnnxTensor tensor) {
      throw new IllegalArgumentException("bf16 is not implemented");
    }
  };

  final DataType onnxType;

  Format(DataType onnxType) {
    this.onnxType = onnxType;
  }

  abstract OnnxTensor tensor(OrtEnvironment environment, long[] shape, String[] data) throws OrtException;

  /** The numbers of a tensor, widened exactly. */
  abstract double[] values(OnnxTensor tensor);

  static Format of(OnnxTensor tensor) {
    return switch (tensor.getInfo().type) {
      case DOUBLE -> F64;
      case FLOAT -> F32;
      case FLOAT16 -> F16;
      default -> throw new IllegalArgumentException("no format for " + tensor.getInfo());
    };
  }

  /** The name in the protocol. */
  @JsonValue
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of f16 nearest to x, ties to even: x in units of its last place, which is a power of two, rounded. */
  private static float nearestF16(double x) {
    double unit = Math.scalb(1.0, Math.max(Math.getExponent(x), -14) - 10);
    return (float) (Math.rint(x / unit) * unit);
  }
}
