package org.bnoracle.bench.compare;

/**
 * Batch normalization of one channel as one writes it first: two passes for the statistics, one for the results.
 *
 * @param batches pieces of a channel that lie apart
 * @param length values of a piece
 * @param stride from a value to the next
 * @param first from a channel to the next
 * @param apart from a piece to the next
 */
record NaiveLoop(int channels, int batches, int length, int stride, int first, int apart) {
  void forward(int channel, double[] x, double gamma, double beta, double[] y) {
    double mean = mean(channel, x);
    double r = 1 / Math.sqrt(variance(channel, x, mean) + Workload.EPSILON);
    for (int n = 0; n < batches; n++) {
      int at = n * apart + channel * first;
      for (int i = 0; i < length; i++) {
        y[at + i * stride] = gamma * ((x[at + i * stride] - mean) * r) + beta;
      }
    }
  }

  void backward(int channel, double[] x, double[] dy, double gamma, double[] dx) {
    double mean = mean(channel, x);
    double r = 1 / Math.sqrt(variance(channel, x, mean) + Workload.EPSILON);
    double sum = 0;
    double products = 0;
    for (int n = 0; n < batches; n++) {
      int at = n * apart + channel * first;
      for (int i = 0; i < length; i++) {
        sum += dy[at + i * stride];
        products += dy[at + i * stride] * (x[at + i * stride] - mean);
      }
    }
    double shift = sum / count();
    double slope = products * r * r / count();
    for (int n = 0; n < batches; n++) {
      int at = n * apart + channel * first;
      for (int i = 0; i < length; i++) {
        dx[at + i * stride] = gamma * r * (dy[at + i * stride] - shift - (x[at + i * stride] - mean) * slope);
      }
    }
  }

  private double mean(int channel, double[] x) {
    double sum = 0;
    for (int n = 0; n < batches; n++) {
      int at = n * apart + channel * first;
      for (int i = 0; i < length; i++) {
        sum += x[at + i * stride];
      }
    }
    return sum / count();
  }

  private double variance(int channel, double[] x, double mean) {
    double sum = 0;
    for (int n = 0; n < batches; n++) {
      int at = n * apart + channel * first;
      for (int i = 0; i < length; i++) {
        double deviation = x[at + i * stride] - mean;
        sum += deviation * deviation;
      }
    }
    return sum / count();
  }

  private double count() {
    return (double) batches * length;
  }
}
