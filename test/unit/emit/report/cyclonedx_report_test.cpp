// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include "document/value.h"
#include "emit/report/writers.h"
#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

using document::Value;

Value cyclonedx(const model::Manifest& manifest, Origin origin = {}) {
  return document::parseJson(writeCyclonedxReport(manifest, {.origin = std::move(origin)}), "bom").value();
}

std::string propertyOf(const Value& component, std::string_view name) {
  for (const Value& property : *component.find("properties")->asArray())
    if (*property.find("name") == Value(name)) return *property.find("value")->asString();
  return "(none)";
}

TEST(CyclonedxReport, HasFilesAndTheFunctionsInThem) {
  model::Manifest manifest = test::sampleManifest();
  manifest.files = {{"db/store.cc", "fab6", {}}};
  const Value bom = cyclonedx(manifest);
  const document::Array& files = *bom.find("components")->asArray();
  ASSERT_EQ(files.size(), 2u);
  EXPECT_EQ(*files[0].find("name"), Value("db/store.cc"));
  EXPECT_EQ(propertyOf(files[0], "assay:file:xxh3-128"), "fab6");
  EXPECT_EQ(propertyOf(files[0], "assay:ai:functions"), "3");
  EXPECT_EQ(propertyOf(files[0], "assay:ai:lines"), "30");
  const document::Array& functions = *files[0].find("components")->asArray();
  ASSERT_EQ(functions.size(), 3u);
  EXPECT_EQ(*functions[1].find("name"), Value("kv::Store::get"));
  EXPECT_EQ(propertyOf(functions[1], "assay:ai:model"), "openai/gpt-4");
  EXPECT_EQ(propertyOf(functions[1], "assay:ai:model:as-written"), "gpt 4");
  EXPECT_EQ(propertyOf(functions[1], "assay:function:lines"), "31-50");
  EXPECT_EQ(propertyOf(*bom.find("metadata"), "assay:functions:ai"), "3");
}

TEST(CyclonedxReport, TheModelsAreHowItWasMade) {
  model::Manifest manifest = test::sampleManifest();
  manifest.functions[0].tag.normalizedModel = "";
  manifest.functions[0].tag.model = "our model";
  const Value bom = cyclonedx(manifest);
  const document::Array& models = *bom.find("formulation")->asArray()->at(0).find("components")->asArray();
  ASSERT_EQ(models.size(), 2u);
  EXPECT_EQ(*models[0].find("group"), Value("openai"));
  EXPECT_EQ(*models[0].find("name"), Value("gpt-4"));
  EXPECT_EQ(models[1].find("group"), nullptr);
  EXPECT_EQ(*models[1].find("name"), Value("our model"));
  EXPECT_EQ(cyclonedx({}).find("formulation"), nullptr);
}

TEST(CyclonedxReport, TheNumberIsOfTheContentAndTheTimeIsGiven) {
  const Value bom = cyclonedx(test::sampleManifest());
  model::Manifest other = test::sampleManifest();
  other.functions[0].tag.prompt = "another";
  EXPECT_NE(*cyclonedx(other).find("serialNumber"), *bom.find("serialNumber"));
  EXPECT_EQ(bom.find("metadata")->find("timestamp"), nullptr);
  const Value timed = cyclonedx(test::sampleManifest(), {"1.2.3", "2026-01-15T10:30:00Z"});
  EXPECT_EQ(*timed.find("metadata")->find("timestamp"), Value("2026-01-15T10:30:00Z"));
  EXPECT_EQ(*timed.find("metadata")->find("tools")->find("components")->asArray()->at(0).find("version"),
            Value("1.2.3"));
}

TEST(CyclonedxReport, NoTwoComponentsHaveOneReference) {
  model::Manifest manifest = test::sampleManifest();
  manifest.functions[1].id = manifest.functions[0].id;
  const Value bom = cyclonedx(manifest);
  const document::Array& functions = *bom.find("components")->asArray()->at(0).find("components")->asArray();
  EXPECT_NE(*functions[0].find("bom-ref"), *functions[1].find("bom-ref"));
}

}  // namespace
}  // namespace assay::emit::report
