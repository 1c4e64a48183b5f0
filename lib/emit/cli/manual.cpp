// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/cli/manual.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

#include "emit/cli/option_names.h"
#include "emit/cli/roff.h"
#include "support/exit_code.h"

namespace assay::emit::cli {
namespace {

struct ExitRow {
  ExitCode code;
  std::string_view meaning;
};

// docs/reference/exit-codes.md in a few words.
constexpr ExitRow kExitRows[] = {
    {ExitCode::Done, "done, and clean"},
    {ExitCode::Findings, "done, with findings; or a policy is not met"},
    {ExitCode::Usage, "wrong options or configuration; nothing was done"},
    {ExitCode::Incomplete, "something could not be read, parsed or written: the result is incomplete"},
    {ExitCode::Bug, "a bug of assay"},
};

std::string heading(std::string_view name) {
  return fmt::format(".SH {}\n", name);
}

std::string title(const Program& program, const std::string& page, std::string_view summary) {
  std::string capitals = page;
  for (char& c : capitals)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return fmt::format(".TH {} 1 \"\" \"{} {}\" \"User Commands\"\n.ad l\n.nh\n", roffText(capitals),
                     roffText(program.name), roffText(program.version)) +
         heading("NAME") + fmt::format("{} \\- {}\n", roffText(page), roffText(summary));
}

// A term and what it means.
std::string entry(const std::string& term, const std::string& meaning) {
  return fmt::format(".TP\n{}\n{}\n", term, meaning);
}

std::string exitStatus() {
  std::string text = heading("EXIT STATUS");
  for (const ExitRow& row : kExitRows)
    text += entry(roffBold(std::to_string(static_cast<int>(row.code))), roffText(row.meaning) + ".");
  return text;
}

std::string optionTerm(const Option& option) {
  std::vector<std::string> names;
  for (const std::string& name : namesOf(option)) names.push_back(roffBold(name));
  const std::string value = option.valueName.empty() ? "" : " " + roffItalic(option.valueName);
  return fmt::format("{}{}", fmt::join(names, ", "), value);
}

std::string optionEntry(const Option& option) {
  std::string meaning = roffText(option.help) + ".";
  if (!option.words.empty())
    meaning += fmt::format("\nOne of: {}.", roffText(fmt::format("{}", fmt::join(option.words, ", "))));
  if (option.inFile) meaning += fmt::format("\nIn \\fI.assay.yaml\\fR: {}.", roffBold(option.longName));
  return entry(optionTerm(option), meaning);
}

std::string synopsis(const Program& program, const Verb& verb) {
  std::string text = heading("SYNOPSIS") + roffBold(program.name + " " + verb.name) + " [\\fIOPTION\\fR]...";
  if (!verb.argumentName.empty()) text += fmt::format(" [{}]...", roffItalic(verb.argumentName));
  if (verb.arguments == ValueKind::Command) text += " [\\fB\\-\\-\\fR \\fICOMPILER\\fR \\fIARGUMENT\\fR...]";
  return text + "\n";
}

std::string seeAlso(const std::string& page) {
  return fmt::format(".BR {} (1)", roffText(page));
}

}  // namespace

std::string programPage(const Program& program) {
  std::string text =
      title(program, program.name, program.summary) + heading("SYNOPSIS") +
      fmt::format("{} \\fIVERB\\fR [\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...\n", roffBold(program.name));
  text += heading("VERBS");
  for (const Verb& verb : program.verbs)
    text += entry(seeAlso(program.name + "-" + verb.name), roffText(verb.summary) + ".");
  text += heading("FILES") +
          entry(roffItalic("assay.yaml"), "The manifest: the tagged functions, written by a scan.") +
          entry(roffItalic(".assay.yaml"),
                "Options and policies; the nearest one of the current folder and those above it is read. The "
                "command "
                "line\nwins over it.");
  return text + exitStatus();
}

std::string verbPage(const Program& program, const Verb& verb) {
  std::string text = title(program, program.name + "-" + verb.name, verb.summary) + synopsis(program, verb);
  if (!verb.argumentName.empty())
    text += heading("ARGUMENTS") + entry(roffItalic(verb.argumentName), roffText(verb.argumentHelp) + ".");
  text += heading("OPTIONS");
  for (const Option& option : verb.options) text += optionEntry(option);
  text += optionEntry(helpOption()) + exitStatus();
  text += heading("EXAMPLES") + ".EX\n" + roffText(verb.example);
  if (!text.ends_with('\n')) text += '\n';
  return text + ".EE\n" + heading("SEE ALSO") + seeAlso(program.name) + "\n";
}

std::string pageFile(const Program& program, const std::string& verb) {
  return verb.empty() ? program.name + ".1" : program.name + "-" + verb + ".1";
}

}  // namespace assay::emit::cli
