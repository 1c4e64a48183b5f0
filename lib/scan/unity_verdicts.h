// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which sections of a unit of many files are sure: what was found in them is what the file alone would have
// shown. Only the files of this room that know Clang include this header.
#pragma once

#include <memory>
#include <set>
#include <vector>

#include "scan/specialisations.h"
#include "scan/trace_recorder.h"
#include "scan/unit_files.h"
#include "scan/unity.h"

namespace assay::scan {

/// What the parse of all sections leaves behind.
struct UnityRecord {
  std::vector<bool> complete;  ///< by section: its end was seen between two declarations of the unit
  std::vector<SectionOutcome> outcomes;
  std::shared_ptr<const SkippedByFile> skipped;  ///< see SectionOutcome
};

struct ParsedUnity {
  const std::vector<UnitySection>& sections;
  TraceRecorder& recorder;
  UnitFiles& files;
  std::set<Specialisation> specialisations;
};

/// To be called once, at the end of the unit: takes what recorder and files hold. Expects `complete`, fills
/// the rest.
void judgeSections(ParsedUnity unity, UnityRecord& record);

}  // namespace assay::scan
