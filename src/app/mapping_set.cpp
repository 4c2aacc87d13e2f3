#include "app/mapping_set.h"

#include "base/output.h"
#include "base/text.h"

namespace musclekg {

void write_mapping_set(const std::string& path, std::string id, std::string title, std::optional<std::int64_t> created,
                       std::vector<SssomRow> rows, const Prefixes& prefixes) {
  SssomSet set;
  set.id = std::move(id);
  set.title = std::move(title);
  set.license = "https://w3id.org/sssom/license/unspecified";  // the licence of the facts is their source's
  set.tool = "musclekg";
  set.tool_version = MUSCLEKG_VERSION;
  if (created) set.date = iso_date(*created);
  set.rows = std::move(rows);
  Output output(path);
  write_sssom(set, prefixes, output);
  output.commit();
}

}  // namespace musclekg
