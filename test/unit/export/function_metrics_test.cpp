// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/function_metrics.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "export/prometheus_text.h"
#include "telemetry/error_kinds.h"
#include "telemetry/input_types.h"
#include "vocabulary/histogram.h"
#include "vocabulary/size_bucket.h"

namespace assay::exporting {
namespace {

using telemetry::ProcessSnapshot;
using telemetry::ProcessState;
using telemetry::SiteCounts;

SiteCounts siteOf(std::uint64_t id, std::string name, std::uint64_t calls, std::uint64_t errors) {
  SiteCounts site;
  site.id = id;
  site.name = std::move(name);
  site.calls = site.timed = calls;
  site.errors = errors;
  site.histogram.resize(vocabulary::kBucketCount);
  site.histogram[vocabulary::bucketOf(100)] = calls;
  return site;
}

ProcessSnapshot processWith(std::vector<SiteCounts> sites, ProcessState state = ProcessState::Running) {
  ProcessSnapshot process;
  process.files = {{"segment", 1, 1}};
  process.state = state;
  process.secondsPerTick = 1e-9;
  process.sites = std::move(sites);
  return process;
}

std::string textFor(const std::vector<ProcessSnapshot>& processes, const FactsById& facts = {}) {
  return metricsText(functionMetrics(processes, facts, 0), TextFormat::Prometheus);
}

bool has(const std::string& text, const std::string& line) {
  return text.find("\n" + line + "\n") != std::string::npos;
}

constexpr const char* kLabels = "{function=\"f\",id=\"0x0000000000000007\",ai_source=\"unknown\"} ";

TEST(FunctionMetrics, AddUpOverProcesses) {
  const std::string text = textFor(
      {processWith({siteOf(7, "f", 5, 2)}), processWith({siteOf(7, "f", 10, 1)}, ProcessState::Ended)});
  EXPECT_TRUE(has(text, std::string("ai_code_calls_total") + kLabels + "15")) << text;
  EXPECT_TRUE(has(text, std::string("ai_code_success_total") + kLabels + "12")) << text;
  EXPECT_TRUE(has(text, std::string("ai_code_error_total") + kLabels + "3")) << text;
  EXPECT_TRUE(has(text, std::string("ai_code_execution_time_seconds_count") + kLabels + "15")) << text;
  EXPECT_TRUE(has(text, "ai_code_processes{state=\"running\"} 1")) << text;
  EXPECT_TRUE(has(text, "ai_code_processes{state=\"ended\"} 1")) << text;
}

TEST(FunctionMetrics, SayWhatCallsDidToMemoryWhereThatIsKnown) {
  SiteCounts counted = siteOf(7, "f", 5, 0), other = siteOf(7, "f", 2, 0);
  counted.memory = {.calls = 5, .allocated = 4096, .freed = 96};
  const std::string text = textFor({processWith({counted}), processWith({other, siteOf(8, "g", 1, 0)})});
  EXPECT_TRUE(has(text, std::string("ai_code_memory_calls_total") + kLabels + "5")) << text;
  EXPECT_TRUE(has(text, std::string("ai_code_memory_allocated_bytes_total") + kLabels + "4096")) << text;
  EXPECT_TRUE(has(text, std::string("ai_code_memory_freed_bytes_total") + kLabels + "96")) << text;
  EXPECT_EQ(text.find("ai_code_memory_calls_total{function=\"g\""), std::string::npos);
}

TEST(FunctionMetrics, CountTheResidentMemoryOfAProcessOnce) {
  ProcessSnapshot first = processWith({}), second = processWith({}), other = processWith({});
  ProcessSnapshot ended = processWith({}, ProcessState::Ended);
  first.residentBytes = second.residentBytes = other.residentBytes = ended.residentBytes = 1000;
  other.pid = 4;
  const std::string text = textFor({first, second, other, ended});
  EXPECT_TRUE(has(text, "ai_code_resident_memory_bytes 2000")) << text;
}

TEST(FunctionMetrics, SayHowManyCallsAreOpenInProcessesThatRun) {
  SiteCounts site = siteOf(7, "f", 5, 2);
  site.entered = 9;
  site.ended = 5;
  const std::string text = textFor({processWith({site}), processWith({site}, ProcessState::Ended)});
  EXPECT_TRUE(has(text, std::string("ai_code_open_calls") + kLabels + "4")) << text;
}

TEST(FunctionMetrics, SayOfWhichSizesTheInputsWereOfFailedCalls) {
  SiteCounts site = siteOf(7, "f", 5, 2);
  site.sizes.resize(vocabulary::kSizeBucketCount);
  site.sizes[0] = {.calls = 4, .errors = 1, .sumTicks = 4};
  site.sizes[3] = {.calls = 1, .errors = 1, .sumTicks = 1};
  const std::string text = textFor({processWith({site})});
  const std::string labels = "{function=\"f\",id=\"0x0000000000000007\",ai_source=\"unknown\",le=";
  EXPECT_TRUE(has(text, "ai_code_failed_input_size_bucket" + labels + "\"0\"} 1")) << text;
  EXPECT_TRUE(has(text, "ai_code_failed_input_size_bucket" + labels + "\"15\"} 2")) << text;
  EXPECT_TRUE(has(text, std::string("ai_code_failed_input_size_count") + kLabels + "2")) << text;
}

TEST(FunctionMetrics, CountRunningProcessesWhoseGuardsAreOff) {
  ProcessSnapshot on = processWith({}), off = processWith({}), ended = processWith({}, ProcessState::Ended);
  off.pid = 2;
  off.guardsOn = ended.guardsOn = false;
  EXPECT_TRUE(has(textFor({on, off, off, ended}), "ai_code_guards_off 1"));
}

TEST(FunctionMetrics, SayWhichFunctionAnExperimentReplaces) {
  FactsById facts;
  facts[7] = {.model = "m", .name = "f", .replaces = "old", .oldId = 9};
  const std::string text = textFor({processWith({siteOf(7, "f", 5, 0)})}, facts);
  EXPECT_TRUE(has(text,
                  "ai_code_experiment_info{function=\"f\",id=\"0x0000000000000007\",ai_source=\"m\",replaces="
                  "\"old\",replaced_id=\"0x0000000000000009\"} 1"))
      << text;
}

TEST(FunctionMetrics, SayHowManyCallsWereNotTimed) {
  SiteCounts site = siteOf(7, "f", 5, 0);
  EXPECT_TRUE(
      has(textFor({processWith({site})}), std::string("ai_code_estimated_calls_total") + kLabels + "0"));
  site.estimated = 3;
  const std::string text = textFor({processWith({site}), processWith({site})});
  EXPECT_TRUE(has(text, std::string("ai_code_estimated_calls_total") + kLabels + "6")) << text;
}

SiteCounts siteWithTypes(int first, int last) {
  SiteCounts site = siteOf(7, "f", 100, 0);
  site.sizes.resize(vocabulary::kSizeBucketCount);
  site.memory.calls = 1;
  site.errorKinds = {{telemetry::kReturnedError, 1}, {telemetry::kUnnamedException, 1}};
  for (int i = first; i <= last; ++i) {
    site.types["T" + std::to_string(i)].calls = 1;
    site.errorKinds["E" + std::to_string(i)] = 1;
  }
  return site;
}

std::size_t seriesOf(const std::vector<MetricFamily>& families) {
  const std::string text = metricsText(families, TextFormat::Prometheus);
  std::size_t series = 0;
  for (std::size_t at = 0; (at = text.find("id=\"0x0000000000000007\"", at)) != std::string::npos; ++at)
    ++series;
  return series;
}

// docs/reference/serve.md has the sum; shadow runs and experiments are not among them here.
TEST(FunctionMetrics, AFunctionHasABoundedNumberOfSeries) {
  FactsById facts;
  facts[7] = {.model = "m", .name = "f"};
  constexpr std::size_t kMost = 5 + 28 + 2 * 17 + 3 * 33 + 35 + 3 + 1;
  SeriesTold told;
  std::vector<ProcessSnapshot> processes;
  for (int i = 0; i < 20; ++i) processes.push_back(processWith({siteWithTypes(7 * i, 7 * i + 6)}));
  EXPECT_EQ(seriesOf(functionMetrics(processes, facts, 0, told)), kMost);
}

TEST(FunctionMetrics, ATypeThatHadASeriesKeepsItAndAnotherHasNone) {
  SeriesTold told;
  const ProcessSnapshot late = processWith({siteWithTypes(40, 69)}),
                        early = processWith({siteWithTypes(0, 29)});
  functionMetrics(std::vector{early}, {}, 0, told);
  const std::string text =
      metricsText(functionMetrics(std::vector{late, early}, {}, 0, told), TextFormat::Prometheus);
  for (int i = 0; i < 30; ++i)
    EXPECT_NE(text.find("type=\"T" + std::to_string(i) + "\""), std::string::npos) << i;
  EXPECT_NE(text.find("type=\"(other)\"} 28\n"), std::string::npos) << text;
  EXPECT_EQ(told.types.at(7).size(), telemetry::kMostTypes);
}

TEST(FunctionMetrics, CountAProcessOfSeveralSegmentsOnce) {
  const ProcessSnapshot part = processWith({siteOf(7, "f", 5, 2)});
  ProcessSnapshot other = part;
  other.pid = 2;
  const std::string text = textFor({part, part, other});
  EXPECT_TRUE(has(text, "ai_code_processes{state=\"running\"} 2")) << text;
}

TEST(FunctionMetrics, CountNoProcessesThatHaveNoSegment) {
  ProcessSnapshot gone = processWith({siteOf(7, "f", 5, 2)}, ProcessState::Ended);
  gone.files.clear();
  const std::string text = textFor({gone});
  EXPECT_TRUE(has(text, std::string("ai_code_calls_total") + kLabels + "5")) << text;
  EXPECT_TRUE(has(text, "ai_code_processes{state=\"ended\"} 0")) << text;
}

TEST(FunctionMetrics, SayNothingOfEndsThatNobodySees) {
  SiteCounts site = siteOf(7, "f", 5, 0);
  site.entryOnly = true;
  site.timed = 0;
  site.histogram.clear();
  const std::string text = textFor({processWith({site})});
  EXPECT_TRUE(has(text, std::string("ai_code_calls_total") + kLabels + "5")) << text;
  for (const char* other : {"ai_code_success_total", "ai_code_error_total", "ai_code_execution_time_seconds",
                            "ai_code_input_size"})
    EXPECT_EQ(text.find(other), std::string::npos) << text;
}

TEST(FunctionMetrics, SayNothingOfTimesOfAnUnknownClock) {
  ProcessSnapshot process = processWith({siteOf(7, "f", 5, 0)});
  process.secondsPerTick = 0;
  const std::string text = textFor({process});
  EXPECT_TRUE(has(text, std::string("ai_code_success_total") + kLabels + "5")) << text;
  EXPECT_EQ(text.find("ai_code_execution_time_seconds"), std::string::npos) << text;
}

TEST(FunctionMetrics, HaveTheManifestsFacts) {
  FactsById facts = {{7, {"GPT-4", "openai", "2024-01-15", "0123", "src/a.cc", 12}}, {8, {}}};
  facts[7].body = 0xabc;
  const std::string text =
      textFor({processWith({siteOf(7, "f", 5, 2), siteOf(8, "g", 1, 0), siteOf(9, "h", 1, 0)})}, facts);
  EXPECT_TRUE(has(
      text,
      "ai_code_function_info{function=\"f\",id=\"0x0000000000000007\",ai_source=\"GPT-4\",vendor=\"openai\","
      "date=\"2024-01-15\",prompt_hash=\"0123\",body=\"0000000000000abc\",file=\"src/a.cc\",line=\"12\"} 1"))
      << text;
  EXPECT_TRUE(
      has(text, "ai_code_function_info{function=\"g\",id=\"0x0000000000000008\",ai_source=\"not given\"} 1"))
      << text;
  EXPECT_EQ(text.find("info{function=\"h\""), std::string::npos) << text;
}

TEST(FunctionMetrics, TwoFunctionsOfOneNameAreTwo) {
  const std::string text = textFor({processWith({siteOf(7, "f", 5, 0), siteOf(8, "f", 6, 0)})});
  EXPECT_TRUE(has(text, std::string("ai_code_calls_total") + kLabels + "5")) << text;
  EXPECT_TRUE(
      has(text, "ai_code_calls_total{function=\"f\",id=\"0x0000000000000008\",ai_source=\"unknown\"} 6"))
      << text;
}

// A snapshot may catch a failing call between its error and its end.
TEST(FunctionMetrics, MoreErrorsThanCallsAreNoSuccess) {
  EXPECT_TRUE(has(textFor({processWith({siteOf(7, "f", 1, 2)})}),
                  std::string("ai_code_success_total") + kLabels + "0"));
}

TEST(FunctionMetrics, TypesOfInputsAreSeries) {
  SiteCounts first = siteOf(7, "f", 5, 0), second = siteOf(7, "f", 3, 0);
  first.types = {{"ns::Circle", {4, 1, 500'000'000}}, {"", {1, 0, 9}}};
  second.types = {{"ns::Circle", {3, 0, 1'000'000'000}}};
  const std::string text = textFor({processWith({first}), processWith({second})});
  const std::string circle =
      "{function=\"f\",id=\"0x0000000000000007\",ai_source=\"unknown\",type=\"ns::Circle\"} ";
  EXPECT_TRUE(has(text, "ai_code_input_type_total" + circle + "7")) << text;
  EXPECT_TRUE(has(text, "ai_code_input_type_error_total" + circle + "1")) << text;
  EXPECT_TRUE(has(text, "ai_code_input_type_seconds_total" + circle + "1.5")) << text;
  EXPECT_NE(text.find("type=\"(other)\"} 1\n"), std::string::npos) << text;
}

TEST(FunctionMetrics, KindsOfErrorsAreSeriesThatStay) {
  SiteCounts site = siteOf(7, "f", 500, 300);
  site.errorKinds = {{"(returned)", 2}, {"std::out_of_range", 3}};
  SeriesTold told;
  const auto text = [&] {
    return metricsText(functionMetrics(std::vector{processWith({site})}, {}, 0, told),
                       TextFormat::Prometheus);
  };
  const auto line = [](const std::string& kind) {
    return "ai_code_error_kind_total{function=\"f\",id=\"0x0000000000000007\",ai_source=\"unknown\",kind=\"" +
           kind + "\"} ";
  };
  EXPECT_TRUE(has(text(), line("(returned)") + "2"));
  for (int i = 0; i < 100; ++i) site.errorKinds["A" + std::to_string(i)] = 1;
  EXPECT_TRUE(has(text(), line("std::out_of_range") + "3"));
  EXPECT_TRUE(has(text(), line("(other)") + "69"));
  EXPECT_EQ(told.errorKinds.at(7).size(), telemetry::kMostExceptions);
}

TEST(FunctionMetrics, HaveNoMoreTypesThanThereIsRoomFor) {
  std::vector<ProcessSnapshot> processes;
  for (int i = 0; i < 100; ++i) {
    SiteCounts site = siteOf(7, "f", 1, 0);
    site.types = {{"T" + std::to_string(i), {1, 0, 1}}};
    processes.push_back(processWith({site}));
  }
  const std::string text = textFor(processes);
  EXPECT_NE(text.find("type=\"(other)\"} 68\n"), std::string::npos) << text;
  EXPECT_EQ(text.find("T32"), std::string::npos) << text;
}

TEST(FunctionMetrics, AreAllInTheDocs) {
  std::ifstream file(std::string(ASSAY_TEST_FOLDER) + "/../docs/reference/serve.md");
  const std::string page((std::istreambuf_iterator<char>(file)), {});
  for (const MetricFamily& family : functionMetrics({}, {}, 0)) {
    EXPECT_NE(page.find("`" + family.name + "`"), std::string::npos) << family.name;
    EXPECT_TRUE(family.unit.empty() || family.name.ends_with("_" + family.unit) ||
                family.name.ends_with("_" + family.unit + "_total"))
        << family.name;
    EXPECT_EQ(family.name.ends_with("_total"), family.type == MetricType::Counter) << family.name;
    EXPECT_EQ(family.name.ends_with("_info"), family.type == MetricType::Info) << family.name;
  }
}

TEST(FunctionMetrics, HostileNamesStayLabels) {
  const std::string text = textFor({processWith({siteOf(7, "f\"}\n\xff", 1, 0)})});
  EXPECT_NE(text.find("function=\"f\\\"}\\n\xEF\xBF\xBD\""), std::string::npos) << text;
}

TEST(FunctionMetrics, ComparisonsCountForTheFunctionInTheShadow) {
  FactsById facts;
  facts[7] = {.model = "m", .name = "a::fast", .shadowId = 9};
  const std::vector<ProcessSnapshot> processes = {
      processWith({siteOf(7, "fast", 5, 0), siteOf(9, "fast, in the shadow of slow", 5, 2)})};
  const std::string text = textFor(processes, facts);
  const std::string labels = "{function=\"a::fast\",id=\"0x0000000000000007\",ai_source=\"m\"} ";
  EXPECT_TRUE(has(text, "ai_code_shadow_calls_total" + labels + "5")) << text;
  EXPECT_TRUE(has(text, "ai_code_shadow_mismatches_total" + labels + "2")) << text;
  EXPECT_NE(text.find("ai_code_shadow_seconds_total" + labels), std::string::npos) << text;
  EXPECT_EQ(text.find("in the shadow of slow"), std::string::npos) << text;
  EXPECT_NE(textFor(processes).find("in the shadow of slow"), std::string::npos) << "nobody says what it is";
}

}  // namespace
}  // namespace assay::exporting
