// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Items -> facts: qualified names by nesting, kinds by the form of the name.
#include "scan/lexical.h"

#include <algorithm>
#include <string>
#include <utility>

#include "scan/costs.h"
#include "scan/fingerprint.h"
#include "scan/lexical_items.h"
#include "scan/sketch.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

std::string_view lastPart(std::string_view name) {
  const std::size_t scope = name.rfind("::");
  return scope == std::string_view::npos ? name : name.substr(scope + 2);
}

model::FunctionKind kindOfHead(std::string_view name, bool isMember) {
  using enum model::FunctionKind;
  const std::string_view last = lastPart(name);
  const std::string_view qualifier =
      last.size() + 2 <= name.size() ? name.substr(0, name.size() - last.size() - 2) : "";
  if (last.starts_with("operator ") && !last.starts_with("operator new") &&
      !last.starts_with("operator delete"))
    return Conversion;
  if (last.starts_with("operator") && last.size() > 8 && !isWordByte(last[8])) return Operator;
  if (last.starts_with("~")) return Destructor;
  if (!qualifier.empty() && lastPart(qualifier) == last) return Constructor;
  return isMember ? Method : Function;
}

class FactsReader {
 public:
  FactsReader(const source::SourceText& text, FileFacts& facts) : text_(text), facts_(facts) {}

  void read(const std::vector<LexicalItem>& items, const std::string& scope, bool inClass) {
    for (const LexicalItem& item : items) readItem(item, scope, inClass);
  }

 private:
  void readItem(const LexicalItem& item, const std::string& scope, bool inClass) {
    const std::string name =
        scope.empty() || item.name.empty() ? scope + item.name : scope + "::" + item.name;
    switch (item.kind) {
      case ItemKind::Function: return addFunction(item, name, inClass);
      case ItemKind::Class: addScope(item, ScopeKind::Class, name); break;
      case ItemKind::Namespace: addScope(item, ScopeKind::Namespace, name); break;
      case ItemKind::ExternC: addScope(item, ScopeKind::ExternC, {}); break;
      case ItemKind::Declaration: return addDeclaration(item, name, inClass);
    }
    read(item.members, item.kind == ItemKind::ExternC ? scope : name, item.kind == ItemKind::Class);
  }

  void addScope(const LexicalItem& item, ScopeKind kind, std::string name) {
    facts_.scopes.push_back({item.extent, item.body, kind, std::move(name)});
  }

  void addDeclaration(const LexicalItem& item, const std::string& name, bool inClass) {
    if (!item.name.empty()) return addFunction(item, name, inClass);
    facts_.others.push_back({item.extent, "a declaration"});
  }

  void addFunction(const LexicalItem& item, const std::string& name, bool inClass) {
    FoundFunction function;
    function.extent = item.extent;
    function.body = item.kind == ItemKind::Function ? item.body : source::Span{};
    function.isDefinition = !function.body.empty();
    model::AnnotatedFunction& entry = function.entry;
    entry.name = name;
    entry.signature = "(" + item.parameters + ")";
    entry.kind = kindOfHead(name, inClass);
    entry.file = text_.name();
    entry.id = hash64("lexical\n" + text_.name() + "\n" + name + entry.signature);
    entry.precision = model::Precision::Lexical;
    place(function, entry);
    facts_.functions.push_back(std::move(function));
  }

  void place(const FoundFunction& function, model::AnnotatedFunction& entry) const {
    entry.lines = {text_.positionOf(function.extent.begin).line,
                   text_.positionOf(function.extent.end - 1).line};
    if (function.body.empty()) return entry.traits.add(model::Trait::NoBody);
    const source::Span body = function.body;
    entry.bodyBegin = text_.positionOf(body.begin);
    entry.bodyEnd = text_.positionOf(body.end - 1);
    entry.bodyFingerprint = fingerprint(text_.slice(body));
    entry.sketch = sketchOf(text_.slice(body));
    entry.costs = costsOf(function, text_);
    if (text_.slice({body.begin, body.begin + 1}) == "<") entry.traits.add(model::Trait::Digraph);
  }

  const source::SourceText& text_;
  FileFacts& facts_;
};

}  // namespace

FileFacts lexicalFacts(const source::SourceText& text) {
  FileFacts facts;
  facts.path = text.name();
  FactsReader(text, facts).read(lexicalItems(TokenStream(text.bytes())), {}, false);
  return facts;
}

}  // namespace assay::scan
