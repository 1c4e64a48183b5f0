// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/secrets.h"

#include <algorithm>
#include <bitset>
#include <string>

#include "policy/secret_shapes_table.h"
#include "support/strings.h"

namespace assay::policy {
namespace {

// A real token has more of them; a placeholder (`xxxx`, `1234567890`) often does not.
constexpr std::size_t kFewestDifferentBytes = 7;

bool belongs(char c, Alphabet alphabet) {
  switch (alphabet) {
    case Alphabet::Hex: return isDigit(c) || (c >= 'a' && c <= 'f');
    case Alphabet::UpperDigits: return isDigit(c) || (c >= 'A' && c <= 'Z');
    case Alphabet::Word: return isDigit(c) || isAlpha(c);
    case Alphabet::Url: return isDigit(c) || isAlpha(c) || c == '-' || c == '_';
  }
  return false;
}

bool isPlaceholder(std::string_view token) {
  std::bitset<256> seen;
  for (const char c : token) seen.set(static_cast<unsigned char>(c));
  const std::string inLowerCase = lower(token);
  return seen.count() < kFewestDifferentBytes || inLowerCase.find("example") != std::string::npos ||
         inLowerCase.find("your") != std::string::npos;
}

bool begins(std::string_view text, std::size_t at) {
  return at == 0 || !(isWordByte(text[at - 1]) || text[at - 1] == '-');
}

bool hasShapeAt(std::string_view text, std::size_t at, const SecretShape& shape) {
  const std::string_view rest = text.substr(at + shape.prefix.size());
  const auto length = static_cast<std::size_t>(
      std::ranges::find_if_not(rest, [&](char c) { return belongs(c, shape.alphabet); }) - rest.begin());
  const bool ends = length == rest.size() || !isWordByte(rest[length]);
  return ends && length >= shape.least && length <= shape.most && !isPlaceholder(rest.substr(0, length));
}

bool holdsShape(std::string_view text, const SecretShape& shape) {
  for (std::size_t at = text.find(shape.prefix); at != std::string_view::npos;
       at = text.find(shape.prefix, at + 1))
    if (begins(text, at) && hasShapeAt(text, at, shape)) return true;
  return false;
}

bool holdsPrivateKey(std::string_view text) {
  constexpr std::string_view kBegin = "-----BEGIN ";
  constexpr std::string_view kKey = "PRIVATE KEY";
  constexpr std::size_t kFarthest = 40;  // "-----BEGIN OPENSSH PRIVATE KEY"
  for (std::size_t at = text.find(kBegin); at != std::string_view::npos; at = text.find(kBegin, at + 1))
    if (text.substr(at, kFarthest + kKey.size()).contains(kKey)) return true;
  return false;
}

// Three parts of base64, of which the first two are JSON: "{" and what follows it begin with eyJ.
bool holdsWebToken(std::string_view text) {
  constexpr std::size_t kShortest = 10;
  const auto part = [&](std::size_t at) {
    const auto rest = text.substr(std::min(at, text.size()));
    return static_cast<std::size_t>(
        std::ranges::find_if_not(rest, [](char c) { return belongs(c, Alphabet::Url); }) - rest.begin());
  };
  for (std::size_t at = text.find("eyJ"); at != std::string_view::npos; at = text.find("eyJ", at + 1)) {
    if (!begins(text, at)) continue;  // first of all: no byte is in the first part of two
    const std::size_t second = at + part(at) + 1;
    if (!text.substr(std::min(second - 1, text.size())).starts_with(".eyJ")) continue;
    const std::size_t third = second + part(second) + 1;
    if (third <= text.size() && text[third - 1] == '.' && part(third) >= kShortest) return true;
  }
  return false;
}

bool isStandIn(std::string_view password) {
  constexpr std::string_view kMarks = "<>${}*[]%";
  constexpr std::string_view kWords[] = {"password", "passwd", "pass", "pwd", "secret", "xxx", "token", "pw"};
  return password.size() < 3 || password.find_first_of(kMarks) != std::string_view::npos ||
         std::ranges::any_of(
             kWords, [&](std::string_view word) { return equalsIgnoringCase(password, word); });
}

// scheme://user:password@host
bool holdsPasswordInAddress(std::string_view text) {
  for (std::size_t at = text.find("://"); at != std::string_view::npos; at = text.find("://", at + 3)) {
    std::string_view rest = text.substr(at + 3);
    rest = rest.substr(
        0, static_cast<std::size_t>(
               std::ranges::find_if(rest, [](char c) { return isSpace(c) || c == '/' || c == '"'; }) -
               rest.begin()));
    const std::size_t colon = rest.find(':');
    const std::size_t host = rest.rfind('@');
    if (colon == std::string_view::npos || host == std::string_view::npos || colon == 0 || colon > host)
      continue;
    if (!isStandIn(rest.substr(colon + 1, host - colon - 1))) return true;
  }
  return false;
}

}  // namespace

std::string_view secretIn(std::string_view text) {
  for (const SecretShape& shape : kSecretShapes)
    if (holdsShape(text, shape)) return shape.name;
  if (holdsPrivateKey(text)) return "a private key";
  if (holdsWebToken(text)) return "a JSON web token";
  return holdsPasswordInAddress(text) ? "an address with a password" : std::string_view();
}

std::string_view secretOf(const model::Tag& tag) {
  for (const std::string* text : {&tag.prompt, &tag.note, &tag.model, &tag.tool})
    if (const std::string_view secret = secretIn(*text); !secret.empty()) return secret;
  for (const auto& pair : tag.extra)
    if (const std::string_view secret = secretIn(pair.second); !secret.empty()) return secret;
  return {};
}

std::string_view secretOf(const model::AnnotatedFunction& entry) {
  std::string_view found = secretOf(entry.tag);
  for (const model::Tag& earlier : entry.history)
    if (found.empty()) found = secretOf(earlier);
  return found;
}

}  // namespace assay::policy
