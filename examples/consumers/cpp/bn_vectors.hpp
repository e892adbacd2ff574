// Reads the golden vectors and compares with them; copy it. C++17, with nlohmann/json 3 to read JSON (Debian:
// nlohmann-json3-dev). See golden-vectors/README.md.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace bn {

using json = nlohmann::json;

inline json read(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    throw std::runtime_error(path + ": cannot be read");
  }
  return json::parse(file);
}

// Calls back with the operation and the case, for every case of every file that the manifest names.
inline void each(const std::string& folder, const std::function<void(const std::string&, const json&)>& use) {
  const json manifest = read(folder + "/manifest.json");
  for (const json& file : manifest.at("files")) {
    const json document = read(folder + "/" + file.at("path").get<std::string>());
    for (const json& one : document.at("cases")) {
      use(document.at("operation"), one);
    }
  }
}

// A number, one of the strings NaN, Infinity and -Infinity, or null, the bound of a special value.
inline double number(const json& value) {
  return value.is_null() ? NAN : value.is_string() ? std::stod(value.get<std::string>()) : value.get<double>();
}

inline std::vector<unsigned char> base64(const std::string& text) {
  static const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::vector<unsigned char> bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (char c : text.substr(0, text.find('='))) {
    bits = bits << 6 | static_cast<std::uint32_t>(digits.find(c));
    if ((count += 6) >= 8) {
      bytes.push_back(static_cast<unsigned char>(bits >> (count -= 8)));
    }
  }
  return bytes;
}

template <class T>
T little_endian(const unsigned char* bytes) {
  std::uint64_t bits = 0;
  for (std::size_t k = sizeof(T); k-- > 0;) {
    bits = bits << 8 | bytes[k];
  }
  T value;
  if (sizeof(T) == 4) {
    const auto low = static_cast<std::uint32_t>(bits);
    std::memcpy(&value, &low, 4);
  } else {
    std::memcpy(&value, &bits, sizeof(T) < 8 ? sizeof(T) : 8);
  }
  return value;
}

// The value of a tensor's format that has these bits.
inline double value(const std::string& format, const unsigned char* bytes) {
  if (format == "f64") {
    return little_endian<double>(bytes);
  }
  if (format == "f32") {
    return little_endian<float>(bytes);
  }
  if (format == "bf16") {
    const unsigned char wide[] = {0, 0, bytes[0], bytes[1]};
    return little_endian<float>(wide);
  }
  const int bits = bytes[0] | bytes[1] << 8, exponent = bits >> 10 & 31, fraction = bits & 1023;
  const double magnitude = exponent == 31 ? (fraction ? NAN : INFINITY)
      : exponent ? std::ldexp(1024 + fraction, exponent - 25) : std::ldexp(fraction, -24);
  return bits >> 15 ? -magnitude : magnitude;
}

inline std::vector<double> decode(const std::string& format, const json& data) {
  std::vector<double> values;
  if (data.is_array()) {
    std::transform(data.begin(), data.end(), std::back_inserter(values), number);
    return values;
  }
  const std::vector<unsigned char> bytes = base64(data.at("base64"));
  const std::size_t size = format == "f64" ? 8 : format == "f32" ? 4 : 2;
  for (std::size_t i = 0; i + size <= bytes.size(); i += size) {
    values.push_back(value(format, &bytes[i]));
  }
  return values;
}

// The exact values of a tensor.
inline std::vector<double> data(const json& tensor) {
  return decode(tensor.at("format"), tensor.at("data"));
}

// NaN where a value is compared as a special one; infinite where nothing is known.
inline std::vector<double> bounds(const json& output) {
  return decode("f64", output.at("bound"));
}

// Whether a value is right, or nothing is known of it.
inline bool agrees(double got, double golden, double bound, const std::vector<double>& accept) {
  if (!std::isnan(bound)) {
    return std::isinf(bound) || std::fabs(got - golden) <= bound;
  }
  return std::any_of(accept.begin(), accept.end(), [got](double right) {
    return got == right || (std::isnan(got) && std::isnan(right));
  });
}

// A line for each value of an output that is not right.
inline std::vector<std::string> differences(const json& one, const std::string& name, const std::vector<double>& got) {
  std::vector<std::string> lines;
  const json& golden = one.at("outputs").at(name);
  if (golden.contains("undefined")) {
    return lines;
  }
  const std::vector<double> right = data(golden), allowed = bounds(golden);
  const std::string place = one.at("id").get<std::string>() + ": " + name;
  if (got.size() != right.size()) {
    return {place + " has " + std::to_string(got.size()) + " values, right are " + std::to_string(right.size())};
  }
  for (std::size_t i = 0; i < right.size(); i++) {
    const std::string index = std::to_string(i);
    const bool several = golden.contains("accept") && golden.at("accept").contains(index);
    const std::vector<double> accept = several ? decode("f64", golden.at("accept").at(index)) : std::vector<double>{right[i]};
    if (!agrees(got[i], right[i], allowed[i], accept)) {
      std::ostringstream line;
      line.precision(17);
      line << place << "[" << i << "] is " << got[i] << ", right is " << right[i];
      if (!std::isnan(allowed[i])) {
        line << " within " << allowed[i];
      }
      lines.push_back(line.str());
    }
  }
  return lines;
}

}  // namespace bn
