// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is asked of a project's AI code: policies, and the rules that the configuration makes of them. Plain
// data.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/path_rules.h"
#include "support/diagnostics.h"

namespace assay::policy {

/// The policies; policy_table.h has a row for each.
enum class Policy {
  ManifestOutdated,
  TagOnNothing,
  Uncompiled,
  Inactive,
  MalformedTag,
  UnknownSetting,
  SecretInPrompt,
  ModelMissing,
  DateMissing,
  PromptMissing,
  FutureDate,
  UnknownModel,
  ModelsAllowed,
  ModelsForbidden,
  AiForbidden,
  ReviewRequired,
  StaleTag,
  Drifted,
  OldExperiment,
  MustBeMonitored,
  MustBeInstrumentable,
  AiLines,
  SourceConflict,
  ReviewFinding,
};

/// Of what there is at most one finding per policy.
enum class Subject {
  Tag,       ///< one for a tag, however many functions it stands for
  Function,  ///< one for an entry of the manifest
  Tree,      ///< the manifest, or a folder
};

struct PolicyRow {
  Policy policy;
  std::string_view id;  ///< stable word: "model-missing"
  Severity severity;    ///< where a rule does not say another one
  bool byDefault;       ///< whether it holds where nothing is configured
  Subject subject;
  std::string_view parameter;  ///< the key that only this one has; empty = none
  std::string_view says;       ///< when there is a finding, for docs and machines
  std::string_view advice;     ///< what to do about one
};

/// All rows, in the order of the enum.
std::span<const PolicyRow> policyRows();
const PolicyRow& rowOf(Policy policy);

/// What one rule wants. Of several rules of a policy the last one whose scope covers a file counts there.
struct Rule {
  Policy policy = Policy::ManifestOutdated;
  std::optional<Severity> severity = {};  ///< nothing = off: no finding in its scope
  source::PathRules paths = {};           ///< empty = every file
  source::PathRules except = {};
  std::vector<std::string> models = {};  ///< patterns in lower case, with `*` and `?`
  unsigned days = 0;
  double most = 100;       ///< per cent
  bool wantsFull = false;  ///< `coverage: full`

  [[nodiscard]] bool covers(std::string_view file) const {
    return (paths.empty() || paths.covers(file)) && !except.covers(file);
  }
};

/// The rules in force, in the order in which the configuration has them, behind those that hold by default.
class RuleSet {
 public:
  /// What holds where nothing is configured.
  static RuleSet byDefault();
  void add(Rule rule) { rules_.push_back(std::move(rule)); }

  /// The rule that counts for a file; null where there is none, or it is off.
  [[nodiscard]] const Rule* find(Policy policy, std::string_view file) const;
  /// Whether some rule of the policy is neither off nor behind one without a scope that is.
  [[nodiscard]] bool isOn(Policy policy) const;

 private:
  std::vector<Rule> rules_;
};

}  // namespace assay::policy
