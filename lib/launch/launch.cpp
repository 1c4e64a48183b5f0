// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/launch.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "launch/child.h"
#include "launch/compiler_call.h"
#include "launch/dependency_file.h"
#include "launch/environment.h"
#include "launch/first_error.h"
#include "launch/index.h"
#include "launch/kept_output.h"
#include "launch/mixed_link.h"
#include "launch/overlay.h"
#include "launch/quick_write.h"
#include "launch/refusals.h"
#include "launch/unit_records.h"
#include "support/file.h"
#include "support/strings.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> presentVariable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

constexpr std::string_view kOfRuntime = "assay_v1_";  // begins the names that guards are linked by

class Launch {
 public:
  Launch(const Index& index, Places places, Diagnostics& diagnostics)
      : index_(upToDatePart(index)),
        places_(std::move(places)),
        isWhole_(index_.files.size() == index.files.size()),
        diagnostics_(diagnostics) {
    how_.index = isWhole_ ? places_.index() : temporary("index");
    how_.overlay = isWhole_ ? places_.overlay() : temporary("overlay");
    how_.runtimeInclude = index_.runtimeInclude;
    how_.seen = temporary("seen");
  }
  Launch(const Launch&) = delete;
  Launch& operator=(const Launch&) = delete;
  ~Launch() {
    std::error_code ignored;
    for (const char* name : {"index", "overlay", "seen"}) fs::remove(temporary(name), ignored);
  }

  Expected<int> run(std::vector<std::string> words) {
    call_ = readCompilerCall(words, fs::current_path());
    const std::vector<std::string> plain = words;
    if (call_.compiles && !index_.files.empty()) redirect(words);
    const bool mayFail = call_.repeats && !variables_.empty();
    if (isWhole_ && !call_.links && call_.dependencyFiles.empty() && !mayFail) return becomeCompiler(words);
    ASSAY_TRY(const int status, mayFail ? compile(words, plain) : wait(words));
    if (status == 0)
      for (const std::string& file : call_.dependencyFiles) note(file);
    return status;
  }

 private:
  Expected<int> wait(const std::vector<std::string>& words, int errors = -1) {
    ASSAY_TRY(Child child, Child::start(words, variables_, errors));
    if (call_.links) reportMixedLink();
    return child.wait();
  }

  // What is said of guarded texts is kept until it is known that it holds of the plain ones, too. A terminal
  // is shown it at once, in its colours; then it is the second try whose messages nobody needs.
  Expected<int> compile(const std::vector<std::string>& words, const std::vector<std::string>& plain) {
    const bool shows = ::isatty(STDERR_FILENO) != 0;
    const KeptOutput ofGuarded;
    ASSAY_TRY(const int status, wait(words, shows ? -1 : ofGuarded.fd()));
    if (!mayBeForItsGuards(status)) {
      ofGuarded.pass();
      return status;
    }
    variables_.clear();
    const KeptOutput ofPlain;
    ASSAY_TRY(const int second, wait(plain, shows ? ofPlain.fd() : -1));
    if (second != 0) return shows ? status : second;
    ofPlain.pass();
    const std::string printed = ofGuarded.text();
    const auto error = firstError(printed);
    if (!error) ofGuarded.pass();
    complainOfGuards(error, printed);
    return second;
  }

  // Whoever ends a compiler by a signal wants no second one.
  [[nodiscard]] bool mayBeForItsGuards(int status) const {
    std::error_code ignored;
    if (status == 0 || !WIFEXITED(status)) return false;
    return how_.family != CompilerFamily::Gcc || fs::exists(how_.seen, ignored);
  }

  void complainOfGuards(const std::optional<CompilerError>& error, std::string_view printed) {
    const Location where = error ? error->where : Location{call_.sources.front(), 0, 0};
    const std::string function = functionAt(where);
    const bool noted = error && !function.empty() && noteFor(*error);
    const bool many = call_.sources.size() > 1;
    diagnostics_.warning(
        "assay-launch-007", where,
        fmt::format("{} {} guards: with them the compiler says{}{}", join(call_.sources, ", "),
                    many ? "are compiled without their" : "is compiled without its",
                    function.empty() ? "" : fmt::format(" of '{}'", function),
                    error ? " \"" + error->text + "\"" : " what stands above"),
        !error && printed.contains(kOfRuntime) ? "link with the runtime"
        : noted                                ? "the next build leaves that guard out, and has the others"
                : "`monitor: off` in the tag of that function lets the others have theirs");
  }

  // Whether the next preparation will know; of a place in a guarded function.
  [[nodiscard]] bool noteFor(const CompilerError& error) const {
    const auto guarded = guardedFileAt(error.where);
    if (guarded == index_.files.end()) return false;
    const Location where{guarded->first, error.where.line, error.where.column};
    return noteRefusal(places_, {where, error.text, guarded->second.original, index_.flags}).has_value();
  }

  [[nodiscard]] std::map<std::string, GuardedFile>::const_iterator guardedFileAt(
      const Location& where) const {
    std::error_code ignored;
    const auto file = fromRoot(index_, fs::absolute(where.file, ignored).lexically_normal());
    return file ? index_.files.find(*file) : index_.files.end();
  }

  [[nodiscard]] std::string functionAt(const Location& where) const {
    const auto guarded = guardedFileAt(where);
    if (guarded == index_.files.end()) return {};
    const auto text = readFile(places_.text(guarded->first));
    return text ? guardedFunctionAt(*text, where.line) : std::string();
  }

  [[nodiscard]] fs::path temporary(const char* name) const {
    return places_.folder / fmt::format("{}{}.{}", kTemporaryPrefix, name, ::getpid());
  }

  // A file that was written since its guarded text was made is compiled as it is; the next preparation sees
  // to it.
  bool writePart() {
    if (isWhole_) return true;
    const auto index = writeQuickly(how_.index, indexText(index_));
    const auto overlay = writeQuickly(how_.overlay, overlayText(places_, index_));
    return index && overlay;
  }

  void redirect(std::vector<std::string>& words) {
    if (!writePart()) return;
    how_.family = familyOf(words);
    variables_ = environmentFor(how_, presentVariable);
    const auto more = moreWordsFor(how_);
    words.insert(words.end(), more.begin(), more.end());
  }

  Expected<int> becomeCompiler(const std::vector<std::string>& words) const {
    for (const auto& [name, value] : variables_)
      if (name != "ASSAY_LAUNCH_SEEN") ::setenv(name.c_str(), value.c_str(), 1);
    return std::unexpected(become(words));
  }

  // While the linker works.
  void reportMixedLink() {
    for (const MixedFunction& mixed : mixedFunctionsIn(std::exchange(call_.linked, {})))
      diagnostics_.warning(
          "assay-launch-001", {call_.object, 0, 0},
          fmt::format(
              "'{}' is guarded in {} and not in {}: its calls are counted all or not at all, as the linker "
              "chooses",
              mixed.function, mixed.guardedIn, mixed.plainIn),
          "instrument every target that includes the header, or none");
  }

  // A dependency file that is not there, or is another compiler's, is no error: the unit is not followed
  // then.
  void note(const std::string& file) {
    const auto text = readFile(file);
    if (!text) return;
    const Dependencies dependencies = readDependencies(*text);
    if (dependencies.files.empty()) return;
    const std::string source = call_.sources.size() == 1 ? call_.sources.front() : dependencies.files.front();
    if (source == "-") return;
    const std::string unit = unitKey(index_, fs::absolute(source));
    Forms forms = formsOf(index_, dependencies.files);
    if (!wasRedirected(forms)) complainPlain(source, forms);
    makeOldStamp(places_, unit);
    const Output output = call_.object.empty() ? Output{file, false} : Output{call_.object, true};
    const auto noted = noteForms(places_, unit, output, forms);
    const auto amended = writeQuickly(file, withDependency(*text, places_.stamp(unit).string()));
    for (const auto* done : {&noted, &amended})
      if (!*done) diagnostics_.warning("assay-launch-003", {source, 0, 0}, done->error().message);
  }

  // GCC's library says that it was asked. Clang fails when it cannot read the overlay.
  [[nodiscard]] bool wasRedirected(const Forms& forms) const {
    std::error_code ignored;
    const bool guarded = std::ranges::any_of(forms, [](const auto& form) { return form.second != 0; });
    return !guarded || how_.family != CompilerFamily::Gcc || fs::exists(how_.seen, ignored);
  }

  void complainPlain(const std::string& source, Forms& forms) {
    for (auto& [file, hash] : forms) hash = 0;
    diagnostics_.warning("assay-launch-002", {source, 0, 0},
                         "is compiled without its guards: the compiler did not load assay's library",
                         "is it linked statically, or started by a script that clears the environment?");
  }

  Index index_;
  Places places_;
  bool isWhole_;
  Redirection how_;
  CompilerCall call_;
  std::map<std::string, std::string> variables_;
  Diagnostics& diagnostics_;
};

}  // namespace

Expected<int> launchCompiler(const LaunchRequest& request, Diagnostics& diagnostics) {
  std::error_code error;
  const fs::path file = request.index.empty() ? fs::path() : fs::absolute(request.index, error);
  if (file.empty() || !fs::exists(file, error)) return std::unexpected(become(request.words));
  auto index = readIndex(file);
  if (!index) {
    diagnostics.warning("assay-launch-004", index.error().where, index.error().message, index.error().hint);
    ASSAY_TRY(Child child, Child::start(request.words, {}));
    return child.wait();
  }
  return Launch(*index, Places{file.parent_path()}, diagnostics).run(request.words);
}

}  // namespace assay::launch
