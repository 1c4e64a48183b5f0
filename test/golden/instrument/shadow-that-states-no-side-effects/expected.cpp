#include <assay/inserted_experiment.h> // Whoever says that there are no side effects is believed; what has to be copied and compared is still looked at.
#include <map>
#include <memory>
#include <string>

int elsewhere(int value);
int lookups = 0;
int elsewhere(int value) { ++lookups; return value; }

// AI-generated: GPT-5, replaces: elsewhere, experiment: shadow, side_effects: none, budget: 100%
int elsewhereFast(int value) { ASSAY_INSERTED_SHADOW(0x178e1e43decef8ee, "elsewhereFast", 10000, 0x81644f1765ba5762, "elsewhereFast, in the shadow of elsewhere", 10000); ASSAY_INSERTED_COMPARE(0x81644f1765ba5762, 0x547c17a8d1c73f54, "elsewhere, replaced by elsewhereFast", elsewhereFast(value), elsewhere(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x178e1e43decef8ee, "elsewhereFast"); return value; }

bool holds(std::map<std::string, int>& in, const std::string& key) { return in.count(key) != 0; }

// AI-generated: GPT-5, replaces: holds, experiment: shadow, side_effects: none
bool holdsFast(std::map<std::string, int>& in, const std::string& key) { ASSAY_INSERTED_SHADOW(0x90aaf9121d438d64, "holdsFast", 10000, 0x2369900fda17f585, "holdsFast, in the shadow of holds", 100); ASSAY_INSERTED_SIZE(0x2369900fda17f585, key.size()); ASSAY_INSERTED_COMPARE(0x2369900fda17f585, 0xa0a67c5f9f00140f, "holds, replaced by holdsFast", holdsFast(in, key), holds(ASSAY_INSERTED_PASS(in), ASSAY_INSERTED_PASS(key))); ASSAY_INSERTED_GUARD(0x90aaf9121d438d64, "holdsFast"); ASSAY_INSERTED_SIZE(0x90aaf9121d438d64, key.size()); return in.find(key) != in.end(); }

// AI-generated: GPT-5, replaces: elsewhere, experiment: shadow, side_effects: some
int elsewhereTold(int value) { ASSAY_INSERTED_GUARD(0xe187996d47b207b2, "elsewhereTold"); return value; }

int keeps(std::unique_ptr<int> value) { return *value; }
// AI-generated: GPT-5, replaces: keeps, experiment: shadow, side_effects: none
int keepsFast(std::unique_ptr<int> value) { ASSAY_INSERTED_GUARD(0xf3f0124e9a8a3982, "keepsFast"); return *value + 0; }
