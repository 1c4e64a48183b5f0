// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/dogstatsd_text.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "export/dogstatsd_numbers.h"
#include "export/dogstatsd_tags.h"
#include "vocabulary/metrics.h"

namespace assay::exporting {
namespace {

// Fills packets with lines.
class Packer {
 public:
  explicit Packer(std::size_t packetBytes) : packetBytes_(packetBytes) {}

  void add(std::string_view line) {
    if (line.size() > packetBytes_) {
      ++done_.tooLong;
      return;
    }
    const bool fits =
        !done_.packets.empty() && done_.packets.back().text.size() + 1 + line.size() <= packetBytes_;
    if (!fits) done_.packets.emplace_back().text.reserve(packetBytes_);
    DogstatsdPacket& packet = done_.packets.back();
    if (packet.messages++ > 0) packet.text += '\n';
    packet.text += line;
  }

  [[nodiscard]] std::size_t packetBytes() const { return packetBytes_; }
  DogstatsdPackets take() && { return std::move(done_); }

 private:
  std::size_t packetBytes_;
  DogstatsdPackets done_;
};

// The messages of one set of tags.
class Messages {
 public:
  Messages(Packer& packer, char valueType, std::string tags)
      : packer_(packer), valueType_(valueType), tags_(std::move(tags)) {}

  void count(std::string_view name, std::uint64_t calls) {
    if (calls > 0) packer_.add(std::string(name) + ":" + std::to_string(calls) + "|c" + tail());
  }

  // Values that stand for as many calls are one message.
  void values(std::string_view name, const WeightedValues& values) {
    std::map<std::uint64_t, std::vector<std::string>> byWeight;
    for (const auto& [value, calls] : values)
      byWeight[std::min(calls, kMostWeight)].push_back(decimalText(value));
    for (const auto& [weight, texts] : byWeight) {
      std::string end = std::string("|") + valueType_;
      if (weight > 1) end += "|@" + rateText(weight);
      pack(std::string(name), texts, end + tail());
    }
  }

 private:
  [[nodiscard]] std::string tail() const { return tags_.empty() ? "" : "|#" + tags_; }

  // As many as a packet holds: a line is never larger.
  void pack(const std::string& name, const std::vector<std::string>& values, const std::string& end) {
    std::string line = name;
    for (const std::string& value : values) {
      if (line.size() > name.size() && line.size() + 1 + value.size() + end.size() > packer_.packetBytes()) {
        packer_.add(line + end);
        line = name;
      }
      line += ":" + value;
    }
    packer_.add(line + end);
  }

  Packer& packer_;
  char valueType_;
  std::string tags_;
};

std::vector<std::string> withTags(std::vector<std::string> tags, const std::vector<std::string>& more) {
  tags.insert(tags.end(), more.begin(), more.end());
  return tags;
}

void addFunction(Packer& packer, const FunctionGrowth& function, const FactsById& facts,
                 const DogstatsdForm& form) {
  const auto found = facts.find(function.id);
  const FunctionFacts* known = found == facts.end() ? nullptr : &found->second;
  const std::vector<std::string> tags = functionTags(function.id, function.name, known);
  const char type = form.histograms ? 'h' : 'd';
  Messages messages(packer, type, joinedTags(withTags(tags, form.tags)));
  messages.count(vocabulary::kStatsdCalls, function.calls);
  messages.count(vocabulary::kStatsdSuccess, function.succeeded);
  messages.count(vocabulary::kStatsdError, function.failed);
  messages.values(vocabulary::kStatsdExecutionTime, function.durations);
  messages.values(vocabulary::kStatsdInputSize, function.sizes);
  messages.count(vocabulary::kStatsdMemoryCalls, function.memory.calls);
  messages.count(vocabulary::kStatsdMemoryAllocated, function.memory.allocated);
  messages.count(vocabulary::kStatsdMemoryFreed, function.memory.freed);
  const auto countOf = [&](const char* name, std::uint64_t calls, const std::string& tag) {
    Messages(packer, type, joinedTags(withTags(withTags(tags, {tag}), form.tags))).count(name, calls);
  };
  for (const auto& [name, calls] : function.types)
    countOf(vocabulary::kStatsdInputType, calls, tagOf(vocabulary::kLabelType, name));
  for (const auto& [kind, errors] : function.errorKinds)
    countOf(vocabulary::kStatsdErrorKind, errors, tagOf(vocabulary::kLabelKind, kind));
}

}  // namespace

DogstatsdPackets dogstatsdPackets(const Growth& growth, const FactsById& facts, const DogstatsdForm& form) {
  Packer packer(form.packetBytes);
  for (const FunctionGrowth& function : growth.functions) addFunction(packer, function, facts, form);
  Messages(packer, 'd', joinedTags(form.tags)).count(vocabulary::kStatsdLostCalls, growth.lostCalls);
  return std::move(packer).take();
}

}  // namespace assay::exporting
