// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// YAML text -> Value, over libyaml's events (docs/decisions/0006-libyaml-reads-yaml.md). What the bytes are
// is libyaml's part; what a plain scalar means, which documents are refused and where things stood is ours.
#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <iterator>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "document/base64.h"
#include "document/characters.h"
#include "document/value.h"
#include "document/yaml_elements.h"
#include "document/yaml_place.h"
#include "document/yaml_scalar.h"

namespace assay::document {
namespace {

constexpr std::size_t kFewMembers = 24;
constexpr const char* kMark = "a mark of a document's bounds is not expected here";

std::string_view viewOf(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// A list or map that is being filled: what it holds so far are the builder's items or members from `first`
// on.
struct OpenCollection {
  bool isMap = false;
  bool onOneLine = false;
  Place place = {};
  std::size_t first = 0;
  std::optional<std::string> key = {};  // of the member whose value comes next
  Place keyPlace = {};
  const ElementReader* reader = nullptr;      // of a list whose elements are not kept
  std::unordered_set<std::string> keys = {};  // filled only for large maps
};

// Items and members wait on two stacks until their collection ends, so that each is allocated once, at its
// size.
class TreeBuilder {
 public:
  explicit TreeBuilder(std::span<const ElementReader> lists) : lists_(lists) {}
  /// The document is a list, without marks around it, and `outermost` takes its elements.
  explicit TreeBuilder(const ElementReader& outermost) : outermost_(&outermost) {}
  /// False: nothing more is wanted, `message` says why.
  bool take(const yaml_event_t& event, Place place);
  [[nodiscard]] const std::string& message() const { return message_; }
  Value takeResult() { return std::move(result_); }

 private:
  bool refuse(std::string message) {
    message_ = std::move(message);
    return false;
  }
  [[nodiscard]] bool wantsKey() const { return !open_.empty() && open_.back().isMap && !open_.back().key; }
  bool scalar(const yaml_event_t& event, Place place);
  bool key(const Value& value, std::string_view text, Place place);
  bool open(bool isMap, bool onOneLine, std::string_view tag, Place place);
  void close();
  void add(Value value, Place place);
  bool isDuplicate(OpenCollection& map, const std::string& key);
  // For the list that begins now.
  [[nodiscard]] const ElementReader* findReader() const;

  std::span<const ElementReader> lists_;
  const ElementReader* outermost_ = nullptr;
  std::vector<OpenCollection> open_;
  std::vector<Value> items_;
  std::vector<Member> members_;
  Value result_;
  std::string message_;
  bool started_ = false;
};

template <class Element>
std::vector<Element> takeFrom(std::vector<Element>& stack, std::size_t first) {
  const auto begin = stack.begin() + static_cast<std::ptrdiff_t>(first);
  std::vector<Element> taken(std::make_move_iterator(begin), std::make_move_iterator(stack.end()));
  stack.erase(begin, stack.end());
  return taken;
}

bool TreeBuilder::take(const yaml_event_t& event, Place place) {
  switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
      if (outermost_ != nullptr && event.data.document_start.implicit == 0) return refuse(kMark);
      return !std::exchange(started_, true) || refuse("a second document begins here; only one is read");
    case YAML_DOCUMENT_END_EVENT:
      return outermost_ == nullptr || event.data.document_end.implicit != 0 || refuse(kMark);
    case YAML_ALIAS_EVENT: return refuse("aliases (`*name`) are not supported");
    case YAML_SCALAR_EVENT: return scalar(event, place);
    case YAML_SEQUENCE_START_EVENT: {
      const auto& start = event.data.sequence_start;
      return open(false, start.style == YAML_FLOW_SEQUENCE_STYLE, viewOf(start.tag), place);
    }
    case YAML_MAPPING_START_EVENT: {
      const auto& start = event.data.mapping_start;
      return open(true, start.style == YAML_FLOW_MAPPING_STYLE, viewOf(start.tag), place);
    }
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: close(); return true;
    default: return true;
  }
}

bool TreeBuilder::scalar(const yaml_event_t& event, Place place) {
  const auto& scalar = event.data.scalar;
  const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
  const std::string_view tag = viewOf(scalar.tag);
  Value value;
  if (tag.empty() && scalar.style == YAML_PLAIN_SCALAR_STYLE) {
    value = resolvePlain(text);
  } else if (tag.empty() || tag == YAML_STR_TAG) {
    value = text;
  } else if (tag == "tag:yaml.org,2002:binary") {
    auto bytes = decodeBase64(text);
    if (!bytes) return refuse("`!!binary` is followed by text that is no base64");
    value = *std::move(bytes);
  } else {
    return refuse(fmt::format("the tag `{}` is not supported", tag));
  }
  if (wantsKey()) return key(value, text, place);
  add(std::move(value), place);
  return true;
}

bool TreeBuilder::key(const Value& value, std::string_view text, Place place) {
  if (value.isNull()) return refuse("a key is missing");
  const std::string* string = value.asString();
  std::string key(string != nullptr ? *string : text);
  OpenCollection& map = open_.back();
  if (isDuplicate(map, key)) return refuse(fmt::format("the key `{}` is here a second time", key));
  map.key = std::move(key);
  map.keyPlace = place;
  return true;
}

bool TreeBuilder::isDuplicate(OpenCollection& map, const std::string& key) {
  const auto members = std::span(members_).subspan(map.first);
  if (members.size() < kFewMembers) return std::ranges::find(members, key, &Member::key) != members.end();
  if (map.keys.empty())
    for (const Member& member : members) map.keys.insert(member.key);
  return !map.keys.insert(key).second;
}

bool TreeBuilder::open(bool isMap, bool onOneLine, std::string_view tag, Place place) {
  if (wantsKey()) return refuse("a key must be text, not a list or map");
  if (tag.size() > 1 && !tag.ends_with(":seq") && !tag.ends_with(":map"))
    return refuse(fmt::format("the tag `{}` is not supported", tag));
  if (outermost_ != nullptr && open_.empty() && isMap) return refuse("a list is expected here");
  // Where the list is the document, it is a member of the outermost map all the same.
  if (open_.size() + (outermost_ != nullptr ? 1 : 0) >= kDeepest)
    return refuse(fmt::format("lists and maps are nested more than {} deep", kDeepest));
  OpenCollection opened = {isMap, onOneLine, place, isMap ? members_.size() : items_.size()};
  if (!isMap) opened.reader = findReader();
  open_.push_back(std::move(opened));
  return true;
}

const ElementReader* TreeBuilder::findReader() const {
  if (open_.empty()) return outermost_;
  if (open_.size() != 1 || !open_.front().isMap) return nullptr;
  const auto found = std::ranges::find(lists_, *open_.front().key, &ElementReader::key);
  return found == lists_.end() ? nullptr : &*found;
}

void TreeBuilder::close() {
  const OpenCollection closed = std::move(open_.back());
  open_.pop_back();
  Value value =
      closed.isMap ? Value(takeFrom(members_, closed.first)) : Value(takeFrom(items_, closed.first));
  value.setOnOneLine(closed.onOneLine);
  add(std::move(value), closed.place);
}

void TreeBuilder::add(Value value, Place place) {
  value.setPlace(place);
  if (open_.empty()) {
    result_ = std::move(value);
    return;
  }
  OpenCollection& parent = open_.back();
  if (parent.reader != nullptr) {
    parent.reader->read(value);
    return;
  }
  if (!parent.isMap) {
    items_.push_back(std::move(value));
    return;
  }
  members_.push_back(Member{*std::move(parent.key), std::move(value), parent.keyPlace});
  parent.key.reset();
}

class Parser {
 public:
  explicit Parser(YamlPiece piece) : text_(piece.text), places_(piece.text, piece.line), line_(piece.line) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text_.data()),
                                 text_.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { yaml_parser_delete(&parser_); }

  Expected<Value> parse(const std::string& name, TreeBuilder builder);

 private:
  std::unexpected<Error> malformed(const std::string& name) const;
  std::optional<Error> forbiddenByte(const std::string& name) const;

  std::string_view text_;
  PlaceFinder places_;
  unsigned line_;
  yaml_parser_t parser_;
};

Expected<Value> Parser::parse(const std::string& name, TreeBuilder builder) {
  for (bool atEnd = false; !atEnd;) {
    yaml_event_t event;
    if (yaml_parser_parse(&parser_, &event) == 0) return malformed(name);
    const Place place = places_.at(event.start_mark.index);
    const bool wanted = builder.take(event, place);
    atEnd = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
    if (!wanted) return failAt({name, place.line, place.column}, builder.message());
  }
  return builder.takeResult();
}

std::unexpected<Error> Parser::malformed(const std::string& name) const {
  if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
  if (parser_.error == YAML_READER_ERROR)
    if (auto error = forbiddenByte(name)) return std::unexpected(*std::move(error));
  std::string message = parser_.problem;
  if (parser_.context != nullptr) message += fmt::format(" {}", parser_.context);
  const Place place = PlaceFinder(text_, line_).at(parser_.problem_mark.index);
  return failAt({name, place.line, place.column}, std::move(message));
}

std::optional<Error> Parser::forbiddenByte(const std::string& name) const {
  const auto offset = firstForbidden(text_);
  if (!offset) return std::nullopt;
  Place place = placeOfByte(text_, *offset);
  place.line += line_ - 1;
  const bool utf8 = firstCharacter(text_.substr(*offset)).valid;
  return failAt({name, place.line, place.column},
                fmt::format("the byte {:02X} {}", static_cast<unsigned char>(text_[*offset]),
                            utf8 ? "begins a control character, which YAML does not allow" : "is not UTF-8"))
      .error();
}

}  // namespace

Expected<Value> parseYaml(std::string_view text, const std::string& name) {
  return parseYaml(text, name, {});
}

Expected<Value> parseYaml(std::string_view text, const std::string& name,
                          std::span<const ElementReader> lists) {
  return Parser({text}).parse(name, TreeBuilder(lists));
}

Expected<void> parseElementsByEvents(YamlPiece piece, const std::string& name,
                                     const std::function<void(const Value&)>& read) {
  const ElementReader outermost{{}, read};
  const auto rest = Parser(piece).parse(name, TreeBuilder(outermost));
  if (!rest) return std::unexpected(rest.error());
  if (rest->type() != Type::List) return failAt({name, piece.line, 1}, "a list is expected here");
  return {};
}

}  // namespace assay::document
