// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/dates.h"

#include <algorithm>

#include "support/strings.h"

namespace assay::tag {
namespace {

struct Reader {
  std::string_view text;
  std::size_t at = 0;

  // `fewest` to `most` digits; -1 when there are not as many.
  int number(std::size_t fewest, std::size_t most) {
    std::size_t end = at;
    int value = 0;
    while (end < text.size() && end - at < most && isDigit(text[end]))
      value = value * 10 + (text[end++] - '0');
    if (end - at < fewest || (end < text.size() && isDigit(text[end]))) return -1;
    at = end;
    return value;
  }
  bool take(std::string_view one) {
    if (at >= text.size() || one.find(text[at]) == std::string_view::npos) return false;
    ++at;
    return true;
  }
};

bool isDay(int year, int month, int day) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

// "Z", "+02:00", "+0200" or nothing; false when out of range.
bool zone(Reader& reader) {
  if (reader.take("Zz") || !reader.take("+-")) return true;
  const int hours = reader.number(2, 4);
  if (hours >= 100) return hours / 100 <= 14 && hours % 100 <= 59;
  const int minutes = reader.take(":") ? reader.number(2, 2) : 0;
  return hours >= 0 && hours <= 14 && minutes >= 0 && minutes <= 59;
}

bool clock(Reader& reader) {
  const int hours = reader.number(2, 2);
  const int minutes = reader.take(":") ? reader.number(2, 2) : -1;
  const int seconds = minutes >= 0 && reader.take(":") ? reader.number(2, 2) : 0;
  if (seconds >= 0 && reader.take("."))
    reader.at = std::min(reader.text.find_first_not_of("0123456789", reader.at), reader.text.size());
  return zone(reader) && hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59 && seconds >= 0 &&
         seconds <= 60;
}

struct Prefix {
  std::size_t length = 0;
  DateForm form = DateForm::Iso;
};

std::optional<Prefix> isoPrefix(std::string_view text) {
  Reader reader{text};
  const int year = reader.number(4, 4);
  if (year < 0 || !reader.take("-")) return std::nullopt;
  const int month = reader.number(1, 2);
  const std::size_t monthEnd = reader.at;
  if (month < 0 || !reader.take("-")) return std::nullopt;
  const int day = reader.number(1, 2);
  if (day < 0) return std::nullopt;
  const bool twoDigits = monthEnd == 7 && reader.at == 10;
  bool good = isDay(year, month, day);
  const bool timed = reader.at + 2 < text.size() && (text[reader.at] == 'T' || text[reader.at] == ' ') &&
                     isDigit(text[reader.at + 1]) && isDigit(text[reader.at + 2]) &&
                     text.substr(reader.at + 3).starts_with(':');
  if (timed) {
    ++reader.at;
    good = clock(reader) && good;
  }
  if (!good) return Prefix{reader.at, DateForm::Impossible};
  return Prefix{reader.at, twoDigits ? DateForm::Iso : DateForm::Ambiguous};
}

// Figures with '/' or '.', or with '-' and the year last.
std::optional<Prefix> otherPrefix(std::string_view text) {
  Reader reader{text};
  const int first = reader.number(1, 4);
  const std::size_t separator = reader.at;
  if (first < 0 || !reader.take("/.-") || reader.number(1, 2) < 0) return std::nullopt;
  const std::string_view same = text.substr(separator, 1);
  if (!reader.take(same)) return std::nullopt;
  const std::size_t lastBegin = reader.at;
  if (reader.number(1, 4) < 0) return std::nullopt;
  const std::size_t lastLength = reader.at - lastBegin;
  const bool yearFirst = separator == 4 && lastLength <= 2;
  const bool yearLast = separator <= 2 && (lastLength == 4 || (lastLength == 2 && same != "."));
  if (!yearFirst && !yearLast) return std::nullopt;
  return Prefix{reader.at, DateForm::Ambiguous};
}

// "20x4-01-15", "2O24-01-15": the places of an ISO date, with one or two letters among its figures.
std::optional<Prefix> mistypedPrefix(std::string_view text) {
  constexpr std::string_view kPlaces = "####-##-##";
  if (text.size() < kPlaces.size() || !isDigit(text[0])) return std::nullopt;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < kPlaces.size(); ++i) {
    if (kPlaces[i] == '-' ? text[i] != '-' : !isDigit(text[i]) && !isAlpha(text[i])) return std::nullopt;
    if (isAlpha(text[i])) ++letters;
  }
  if (letters == 0 || letters > 2) return std::nullopt;
  return Prefix{kPlaces.size(), DateForm::Mistyped};
}

std::optional<Prefix> datePrefix(std::string_view text) {
  if (const auto iso = isoPrefix(text)) return iso;
  if (const auto mistyped = mistypedPrefix(text)) return mistyped;
  return otherPrefix(text);
}

bool touches(char c) {
  return isWordByte(c) || c == '/' || c == '-';
}

}  // namespace

std::optional<DateForm> dateForm(std::string_view text) {
  const auto prefix = datePrefix(text);
  if (!prefix || prefix->length != text.size()) return std::nullopt;
  return prefix->form;
}

std::optional<FoundDate> findDate(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!isDigit(text[at]) || (at > 0 && (touches(text[at - 1]) || text[at - 1] == '.'))) continue;
    const auto prefix = datePrefix(text.substr(at, 40));
    if (!prefix) continue;
    const std::size_t end = at + prefix->length;
    if (end < text.size() && touches(text[end])) continue;
    return FoundDate{{at, end}, prefix->form};
  }
  return std::nullopt;
}

}  // namespace assay::tag
