// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay serve`: what the guards of this machine's processes have counted, as metrics: over HTTP, to a file
// for node_exporter, or once to stdout.
#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <set>

#include "assay/command.h"
#include "assay/served_facts.h"
#include "assay/terminal.h"
#include "export/accept.h"
#include "serve/http_server.h"
#include "serve/metrics_source.h"
#include "support/file.h"
#include "support/strings.h"
#include "telemetry/segments.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
using exporting::TextFormat;
using serve::HttpRequest;
using serve::HttpResponse;

// Said to stderr when it is found, and once: a server reads for weeks.
class Complaints {
 public:
  void say(const Diagnostics& said) {
    for (const Diagnostic& one : said.all())
      if (told_.insert(render(one, false)).second)
        std::cerr << render(one, wantsColour(STDERR_FILENO)) << std::flush;
  }
  void say(const Error& error) {
    if (told_.insert(render(error, false)).second)
      std::cerr << render(error, wantsColour(STDERR_FILENO)) << std::flush;
  }

 private:
  std::set<std::string> told_;
};

// Folder and manifest -> text, again and again.
class Serving {
 public:
  Serving(fs::path folder, ServedFacts facts)
      : folder_(std::move(folder)), facts_(std::move(facts)), metrics_(folder_) {}

  [[nodiscard]] const fs::path& folder() const { return folder_; }

  Expected<std::string> text(TextFormat format, Diagnostics& diagnostics) {
    ASSAY_TRY(const auto families, metrics_.read(facts_.now(diagnostics), diagnostics));
    return exporting::metricsText(families, format);
  }

 private:
  fs::path folder_;
  ServedFacts facts_;
  serve::MetricsSource metrics_;
};

HttpResponse metricsResponse(const HttpRequest& request, Serving& serving, Complaints& complaints) {
  Diagnostics said;
  const TextFormat format = exporting::formatFor(request.accept);
  auto text = serving.text(format, said);
  complaints.say(said);
  if (text) return {200, std::string(exporting::contentType(format)), *std::move(text)};
  complaints.say(text.error());
  return {.status = 500, .body = visibleText(text.error().message) + "\n"};
}

HttpResponse answer(const HttpRequest& request, Serving& serving, Complaints& complaints) {
  if (request.path == "/metrics") return metricsResponse(request, serving, complaints);
  if (request.path == "/") return {.body = "assay serve: the numbers are at /metrics\n"};
  return {.status = 404, .body = "there is /metrics\n"};
}

void greet(const serve::ListenAddress& address, const fs::path& folder) {
  std::cout << fmt::format("http://{}/metrics has what is counted in {}. Ctrl-C ends.\n", address.text(),
                           visibleText(folder.string()));
  if (!serve::isLoopback(address.host))
    std::cout << "Whoever reaches this address can read it: names of functions, models and files.\n";
  std::cout.flush();
}

Expected<void> listenAndServe(const config::Settings& settings, Serving& serving) {
  ASSAY_TRY(const serve::ListenAddress address, serve::listenAddressOf(settings.text("listen")));
  Complaints complaints;
  ASSAY_TRY(serve::HttpServer server, serve::HttpServer::open(address, [&](const HttpRequest& request) {
              return answer(request, serving, complaints);
            }));
  greet(server.address(), serving.folder());
  server.run();
  return {};
}

Expected<void> writeOnce(const config::Settings& settings, Serving& serving, Diagnostics& diagnostics) {
  ASSAY_TRY(const std::string text, serving.text(TextFormat::Prometheus, diagnostics));
  if (settings.has("textfile")) return writeFileAtomically(settings.text("textfile"), text);
  std::cout << text;
  return {};
}

// No manifest at all is fine, as in `assay top`; one that was asked for must be there.
Expected<ServedFacts> factsOf(Invocation& invocation) {
  const auto path = manifestPath(invocation.settings);
  ServedFacts facts(path ? std::optional(*path) : std::nullopt);
  Diagnostics said;
  facts.now(said);
  if (!invocation.settings.has("manifest")) {
    invocation.diagnostics.append(std::move(said));
    return facts;
  }
  std::error_code ignored;
  if (!path) return std::unexpected(path.error());
  if (!fs::is_regular_file(*path, ignored) || said.hasErrors())
    return fail(
        ErrorCode::Input, fmt::format("cannot read the manifest {}", visibleText(path->string())),
        said.hasErrors() ? said.all().front().message : "run `assay scan`, or name another with --manifest");
  return facts;
}

}  // namespace

const VerbHelp kServeHelp = {
    "serve", "", "",
    "  assay serve                      http://127.0.0.1:9465/metrics, for Prometheus\n"
    "  assay serve --listen [::]:9465   for the whole network\n"
    "  assay serve --textfile /var/lib/node_exporter/assay.prom\n"};

Expected<ExitCode> serveCommand(Invocation& invocation) {
  const config::Settings& settings = invocation.settings;
  const fs::path folder =
      settings.has("segments") ? fs::path(settings.text("segments")) : telemetry::segmentFolder();
  ASSAY_TRY(ServedFacts facts, factsOf(invocation));
  Serving serving(folder, std::move(facts));
  if (settings.flag("once") || settings.has("textfile"))
    ASSAY_TRY_VOID(writeOnce(settings, serving, invocation.diagnostics));
  else
    ASSAY_TRY_VOID(listenAndServe(settings, serving));
  return invocation.diagnostics.hasErrors() ? ExitCode::Incomplete : ExitCode::Done;
}

}  // namespace assay::tool
