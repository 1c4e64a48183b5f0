// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// YAML text -> Value, over yaml-cpp's events (its node graph would lose the places and cost twice as much).
// Every exception of yaml-cpp ends here.
#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <unordered_set>
#include <utility>

#include "document/base64.h"
#include "document/characters.h"
#include "document/value.h"
#include "document/yaml_scalar.h"

namespace assay::document {
namespace {

constexpr std::size_t kFewMembers = 16;

[[noreturn]] void refuse(const YAML::Mark& mark, const std::string& message) {
  throw YAML::ParserException(mark, message);
}

Place placeOf(const YAML::Mark& mark) {
  if (mark.is_null()) return {};
  return {static_cast<unsigned>(mark.line) + 1, static_cast<unsigned>(mark.column) + 1};
}

// A list or map that is being filled.
struct OpenCollection {
  Value value;
  std::optional<std::string> key = {};  // of the member whose value comes next
  Place keyPlace = {};
  std::unordered_set<std::string> keys = {};  // filled only for large maps
};

class TreeBuilder : public YAML::EventHandler {
 public:
  Value takeResult() { return std::move(result_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (std::exchange(started_, true)) refuse(mark, "a second document begins here; only one is read");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    if (wantsKey()) refuse(mark, "a key is missing");
    add(mark, Value());
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(mark, "aliases (`*name`) are not supported");
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& text) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value style) override {
    open(mark, tag, Value(Array{}), style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value style) override {
    open(mark, tag, Value(Object{}), style);
  }
  void OnMapEnd() override { close(); }

 private:
  [[nodiscard]] bool wantsKey() const {
    return !open_.empty() && open_.back().value.asObject() != nullptr && !open_.back().key;
  }
  void open(const YAML::Mark& mark, const std::string& tag, Value value, YAML::EmitterStyle::value style);
  void close();
  void add(const YAML::Mark& mark, Value value);
  void place(Value value);
  void beginMember(const YAML::Mark& mark, std::string key);

  std::vector<OpenCollection> open_;
  Value result_;
  bool started_ = false;
};

bool isDuplicate(OpenCollection& map, const std::string& key) {
  const Object& members = *map.value.asObject();
  if (members.size() < kFewMembers) return map.value.find(key) != nullptr;
  if (map.keys.empty())
    for (const Member& member : members) map.keys.insert(member.key);
  return !map.keys.insert(key).second;
}

Value scalarOf(const YAML::Mark& mark, const std::string& tag, const std::string& text) {
  if (tag == "?" || tag.empty()) return resolvePlain(text);
  if (tag == "!" || tag == "tag:yaml.org,2002:str") return text;
  if (tag != "tag:yaml.org,2002:binary") refuse(mark, fmt::format("the tag `{}` is not supported", tag));
  auto bytes = decodeBase64(text);
  if (!bytes) refuse(mark, "`!!binary` is followed by text that is no base64");
  return *std::move(bytes);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                           const std::string& text) {
  Value value = scalarOf(mark, tag, text);
  if (!wantsKey()) return add(mark, std::move(value));
  const std::string* key = value.asString();
  beginMember(mark, key != nullptr ? *key : text);
}

void TreeBuilder::beginMember(const YAML::Mark& mark, std::string key) {
  OpenCollection& map = open_.back();
  if (isDuplicate(map, key)) refuse(mark, fmt::format("the key `{}` is here a second time", key));
  map.key = std::move(key);
  map.keyPlace = placeOf(mark);
}

void TreeBuilder::open(const YAML::Mark& mark, const std::string& tag, Value value,
                       YAML::EmitterStyle::value style) {
  if (wantsKey()) refuse(mark, "a key must be text, not a list or map");
  if (tag.size() > 1 && !tag.ends_with(":seq") && !tag.ends_with(":map"))
    refuse(mark, fmt::format("the tag `{}` is not supported", tag));
  if (open_.size() >= kDeepest)
    refuse(mark, fmt::format("lists and maps are nested more than {} deep", kDeepest));
  value.setPlace(placeOf(mark));
  value.setOnOneLine(style == YAML::EmitterStyle::Flow);
  open_.push_back(OpenCollection{std::move(value)});
}

void TreeBuilder::close() {
  Value value = std::move(open_.back().value);
  open_.pop_back();
  place(std::move(value));
}

void TreeBuilder::add(const YAML::Mark& mark, Value value) {
  value.setPlace(placeOf(mark));
  place(std::move(value));
}

void TreeBuilder::place(Value value) {
  if (open_.empty()) {
    result_ = std::move(value);
    return;
  }
  OpenCollection& parent = open_.back();
  if (Array* array = parent.value.asArray()) {
    array->push_back(std::move(value));
    return;
  }
  parent.value.asObject()->push_back(Member{*std::move(parent.key), std::move(value), parent.keyPlace});
  parent.key.reset();
}

// yaml-cpp takes the byte 04 for the end and does not look at UTF-8, so this comes first.
Expected<void> checkCharacters(std::string_view text, const std::string& name) {
  const auto offset = firstForbidden(text);
  if (!offset) return {};
  const std::string_view before = text.substr(0, *offset);
  const auto line = static_cast<unsigned>(std::ranges::count(before, '\n')) + 1;
  const std::size_t lineStart = before.rfind('\n') + 1;
  const bool utf8 = firstCharacter(text.substr(*offset)).valid;
  return failAt({name, line, static_cast<unsigned>(*offset - lineStart) + 1},
                fmt::format("the byte {:02X} {}", static_cast<unsigned char>(text[*offset]),
                            utf8 ? "begins a control character, which YAML does not allow" : "is not UTF-8"));
}

}  // namespace

Expected<Value> parseYaml(std::string_view text, const std::string& name) {
  ASSAY_TRY_VOID(checkCharacters(text, name));
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    TreeBuilder builder;
    while (parser.HandleNextDocument(builder)) continue;
    return builder.takeResult();
  } catch (const YAML::Exception& error) {
    const Place place = placeOf(error.mark);
    return failAt({name, place.line, place.column}, error.msg);
  }
}

}  // namespace assay::document
