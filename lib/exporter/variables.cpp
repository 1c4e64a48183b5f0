// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "exporter/variables.h"

#include <sys/auxv.h>
#include <unistd.h>

#include <map>
#include <string>
#include <string_view>

namespace assay::exporter {
namespace {

bool isRead(std::string_view variable) {
  return variable.starts_with("ASSAY_") || variable.starts_with("DD_") || variable.starts_with("OTEL_");
}

}  // namespace

serve::Environment variablesNow() {
  std::map<std::string, std::string, std::less<>> variables;
  const bool areTrusted = ::getauxval(AT_SECURE) == 0;  // as secure_getenv()
  for (char** at = environ; areTrusted && at != nullptr && *at != nullptr; ++at) {
    const std::string_view text = *at;
    const std::size_t equals = text.find('=');
    if (isRead(text) && equals != std::string_view::npos)
      variables.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return [variables = std::move(variables)](const char* name) {
    const auto found = variables.find(std::string_view(name));
    return found == variables.end() ? std::nullopt : std::optional<std::string>(found->second);
  };
}

}  // namespace assay::exporter
