// The golden vectors as tests of a kernel:
//
//   c++ -std=c++17 -O2 -o target/kernel_test examples/consumers/cpp/kernel_test.cpp && target/kernel_test golden-vectors
//
// Put your kernel in place of inference_forward.
#include <iostream>
#include <map>
#include <set>

#include "bn_vectors.hpp"

using bn::json;

// x is normalized along the axis with `inner` elements behind it.
static std::vector<double> inference_forward(const std::map<std::string, std::vector<double>>& in, std::size_t inner, double epsilon) {
  const std::vector<double>& mean = in.at("running_mean");
  std::vector<double> y;
  for (double x : in.at("x")) {
    const std::size_t c = y.size() / inner % mean.size();
    const double normalized = (x - mean[c]) / std::sqrt(in.at("running_variance")[c] + epsilon);
    y.push_back(in.at("gamma")[c] * normalized + in.at("beta")[c]);
  }
  return y;
}

// Why a case is not for this kernel; empty if it is. Any other attribute means something that it does not do.
static std::string unsupported(const std::string& operation, const json& one) {
  static const std::set<std::string> attributes = {"channel_axis", "epsilon", "epsilon_format", "statistics_format"};
  if (operation != "inference-forward") {
    return "operation " + operation;
  }
  for (const auto& attribute : one.at("attributes").items()) {
    if (!attributes.count(attribute.key())) {
      return "attribute " + attribute.key();
    }
  }
  const std::string format = one.at("inputs").at("x").at("format");
  return format == "f32" ? "" : "format " + format;
}

static std::vector<std::string> run(const json& one) {
  std::map<std::string, std::vector<double>> inputs;
  for (const auto& input : one.at("inputs").items()) {
    inputs[input.key()] = bn::data(input.value());
  }
  const std::size_t channels = inputs.at("running_mean").size();
  inputs.emplace("gamma", std::vector<double>(channels, 1));
  inputs.emplace("beta", std::vector<double>(channels, 0));
  const std::vector<std::size_t> shape = one.at("inputs").at("x").at("shape");
  std::size_t inner = 1;
  for (std::size_t axis = one.at("attributes").at("channel_axis").get<std::size_t>() + 1; axis < shape.size(); axis++) {
    inner *= shape[axis];
  }
  std::vector<double> y = inference_forward(inputs, inner, one.at("attributes").at("epsilon"));
  for (double& value : y) {
    value = static_cast<float>(value);
  }
  return bn::differences(one, "y", y);
}

int main(int count, char** arguments) {
  int passed = 0, failed = 0, skipped = 0;
  try {
    bn::each(count > 1 ? arguments[1] : "golden-vectors", [&](const std::string& operation, const json& one) {
      if (!unsupported(operation, one).empty()) {
        skipped++;
        return;
      }
      const std::vector<std::string> wrong = run(one);
      ++(wrong.empty() ? passed : failed);
      for (const std::string& line : wrong) {
        std::cout << line << "\n";
      }
    });
  } catch (const std::exception& e) {
    std::cerr << e.what() << "\n";
    return 2;
  }
  std::cout << passed << " passed, " << failed << " failed, " << skipped << " skipped\n";
  return passed == 0 || failed > 0;
}
