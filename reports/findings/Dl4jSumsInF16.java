import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J 1.0.0-M2.1: the layer sums the gradient of an f16 beta in f16. Exit code 1 where it shows. */
public final class Dl4jSumsInF16 {
  public static void main(String[] args) {
    double exact = 2056; // 2048 and eight times 1; f16 holds even numbers there
    double bound = 1;
    NeuralNetConfiguration configuration = new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT16)
        .layer(new BatchNormalization.Builder().nIn(1).nOut(1).build()).build();
    long size = configuration.getLayer().initializer().numParams(configuration);
    Layer layer = configuration.getLayer().instantiate(
        configuration, null, 0, Nd4j.create(DataType.FLOAT16, 1, size), true, DataType.FLOAT16);
    layer.setBackpropGradientsViewArray(Nd4j.create(DataType.FLOAT16, 1, size));
    LayerWorkspaceMgr memory = LayerWorkspaceMgr.noWorkspaces();
    INDArray x = Nd4j.createFromArray(0, 1, 2, 3, 4, 5, 6, 7, 8).castTo(DataType.FLOAT16).reshape(9, 1);
    INDArray dy = Nd4j.createFromArray(2048, 1, 1, 1, 1, 1, 1, 1, 1).castTo(DataType.FLOAT16).reshape(9, 1);
    layer.setInput(x, memory);
    layer.activate(true, memory);
    double dbeta = layer.backpropGradient(dy, memory).getFirst().getGradientFor("beta").getDouble(0);
    System.out.printf("dbeta %s, exact %s within %s%n", dbeta, exact, bound);
    System.exit(Math.abs(dbeta - exact) > bound ? 1 : 0);
  }
}
