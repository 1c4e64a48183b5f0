// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/resolver_names.h"

#include <algorithm>
#include <string>

namespace assay::scan {

std::vector<std::string_view> ifuncResolvers(const TokenStream& tokens) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    if (!tokens.is(i, "ifunc") && !tokens.is(i, "__ifunc__")) continue;
    if (!tokens.is(i + 1, '(') || tokens[i + 2].kind != TokenKind::String) continue;
    const std::string_view literal = tokens.text(i + 2);
    if (literal.size() > 2 && literal.front() == '"') names.push_back(literal.substr(1, literal.size() - 2));
  }
  return names;
}

bool isResolver(std::string_view name, const std::vector<std::string_view>& resolvers) {
  const std::string mangled = std::to_string(name.size()).append(name);
  return std::ranges::any_of(resolvers, [&](std::string_view resolver) {
    return resolver == name || (resolver.starts_with("_Z") && resolver.find(mangled) != resolver.npos);
  });
}

}  // namespace assay::scan
