package org.bnoracle.blocked;

/** An output of floats. */
final class FloatWriter extends Writer {
  private final float[] output;
  private float[] packed = new float[0];
  private float[] target;
  private int base;

  FloatWriter(Layout layout, float[] output) {
    super(layout);
    this.output = output;
  }

  @Override
  void place(int index) {
    target = output;
    base = index;
  }

  @Override
  void fetch(int size, CacheLines lines) {
    lines.read(target, base, size);
  }

  @Override
  void pack(int size) {
    if (packed.length < size) {
      packed = new float[size];
    }
    target = packed;
    base = 0;
  }

  @Override
  void spread(int index, int stride, int at, int length) {
    if (stride == 1) {
      System.arraycopy(packed, at, output, index, length);
      return;
    }
    for (int i = 0; i < length; i++) {
      output[index + i * stride] = packed[at + i];
    }
  }

  @Override
  boolean map(Engine engine, MapKind kind, Reader x, Reader dy, int offset, int rows, Columns map, int lane) {
    MapKernels kernels = engine.kernels.maps();
    int stride = layout.stride();
    int at = base + offset;
    if (engine.mode == Mode.PLAIN) {
      if (kind == MapKind.COMBINED) {
        kernels.combinedPlainly(
            x.values, x.base + offset, dy.values, dy.base + offset, stride, rows, map, lane, target, at);
      } else {
        kernels.affinePlainly(x.values, x.base + offset, stride, rows, map, lane, target, at);
      }
      return true;
    }
    return switch (kind) {
      case AFFINE, LINEAR, ANCHORED -> kernels.affine(x.values, x.base + offset, stride, rows, map, lane, target, at);
      case COMBINED -> kernels.combined(
          x.values, x.base + offset, dy.values, dy.base + offset, stride, rows, map, lane, target, at);
    };
  }

  @Override
  void put(int place, double value) {
    target[base + place] = (float) value;
  }
}
