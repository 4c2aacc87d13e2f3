// Fields that name several things become several fields, and the books of a run still balance.

#include "map/expansion.h"

#include "link_test.h"

namespace musclekg::link_test {
namespace {

/// A record in YAML, expanded, as `describe` tells it.
std::string expanded(const std::string& yaml, const Knowledge& knowledge = bundled_knowledge()) {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  Linker linker(knowledge.link_tables());
  Expansion expansion(knowledge.mapping, *knowledge.levels, linker);
  std::string told;
  Input input(folder.write("record.yaml", "name: vastus medialis\n" + yaml));
  format_named("yaml")->read(input, diagnostics, [&](const Record& record, bool whole) {
    EXPECT_TRUE(whole);
    const Record& result = expansion.expand(record);
    EXPECT_EQ(result.fields.size(), record.fields.size() + expansion.added());
    told = describe(result);
  });
  EXPECT_EQ(printed(diagnostics), "");
  const std::string name = "vastus medialis: ";
  return told.starts_with(name) ? told.substr(name.size()) : told;
}

TEST(Expansion, LeavesARecordAsItIsWhereNothingIsToBeSplit) {
  for (const char* yaml : {"origins: femur\n", "origins: zygal bone and xyzzy\n", "innervation: N. femoralis\n",
                           "origins: upper, middle zyg\n", "actions: extension of the knee joint\n"}) {
    const std::string told = expanded(yaml);
    EXPECT_EQ(std::count(told.begin(), told.end(), '='), 1) << told;
  }
}

TEST(Expansion, SplitsLists) {
  EXPECT_EQ(expanded("origins: femur and patella\n"), "origins=femur, origins=patella");
  EXPECT_EQ(expanded("origins: femur, tibia, and patella\n"), "origins=femur, origins=tibia, origins=patella");
  EXPECT_EQ(expanded("arterial_supply: superior and inferior gluteal arteries\n"),
            "arterial_supply=superior gluteal arteries, arterial_supply=inferior gluteal arteries");
}

TEST(Expansion, SplitsLevels) {
  EXPECT_EQ(expanded("innervation: {name: femoral nerve, roots: 'L2, 3 and 4'}\n"),
            "innervation=femoral nerve{roots=L2, roots=L3, roots=L4}");
  EXPECT_EQ(expanded("innervation: {name: femoral nerve, roots: L2-4}\n"), "innervation=femoral nerve{roots=L2, roots=L3, roots=L4}");
  EXPECT_EQ(expanded("innervation: {name: femoral nerve, roots: [L2-L3, 'T12, L1']}\n"),
            "innervation=femoral nerve{roots=L2, roots=L3, roots=T12, roots=L1}");
  EXPECT_EQ(expanded("innervation: {name: femoral nerve, roots: L4-2}\n"), "innervation=femoral nerve{roots=L4-2}") << "backwards";
}

TEST(Expansion, WhatBelongsToTheFieldBelongsToEachPart) {
  EXPECT_EQ(expanded("origins: {name: femur and tibia, qualifier: upper part}\n"),
            "origins=femur{qualifier=upper part}, origins=tibia{qualifier=upper part}");
  EXPECT_EQ(expanded("innervation: {name: femoral and obturator nerves, roots: 'L2,3'}\n"),
            "innervation=femoral nerves{roots=L2, roots=L3}, innervation=obturator nerves{roots=L2, roots=L3}");
}

TEST(Expansion, SplitsActions) {
  EXPECT_EQ(expanded("actions: flexion of the knee and extension of the hip\n"),
            "actions=flexion of the knee, actions=extension of the hip");
  EXPECT_EQ(expanded("actions: flexion and extension of the hip and knee\n"),
            "actions=flexion of hip, actions=flexion of knee, actions=extension of hip, actions=extension of knee");
  EXPECT_EQ(expanded("actions: flexion and abduction of the hip joint\n"), "actions=flexion of hip joint, actions=abduction of hip joint");
  EXPECT_EQ(expanded("actions: flexion of the hip and xyzzy\n"), "actions=flexion of the hip and xyzzy");
  EXPECT_EQ(expanded("actions: rotation of the head and neck\n"), "actions=rotation of head, actions=rotation of neck");
  EXPECT_EQ(expanded("actions: flexion and abduction\n"), "actions=flexion, actions=abduction");
}

TEST(Expansion, TakesViaAsWhatIsPassed) {
  EXPECT_EQ(expanded("insertions: tibial tuberosity via the patellar ligament\n"),
            "insertions=tibial tuberosity{via=the patellar ligament}");
  EXPECT_EQ(expanded("insertions: tibial tuberosity VIA patellar ligament\n"), "insertions=tibial tuberosity{via=patellar ligament}");
  EXPECT_EQ(expanded("origins: femur via the patellar ligament\n"), "origins=femur via the patellar ligament") << "an origin has no via";
  EXPECT_EQ(expanded("insertions: {name: tibial tuberosity via the patellar ligament, via: quadriceps tendon}\n"),
            "insertions=tibial tuberosity via the patellar ligament{via=quadriceps tendon}")
      << "it has its own";
  EXPECT_EQ(expanded("insertions: 'via the patellar ligament'\n"), "insertions=via the patellar ligament");
}

TEST(Expansion, LeavesFieldsWithAnIdOrAWhole) {
  EXPECT_EQ(expanded("origins: {name: femur and patella, id: 'UBERON:0000981'}\n"), "origins=femur and patella <UBERON:0000981>");
  EXPECT_EQ(expanded("origins: {name: medial and lateral lip, of: linea aspera}\n"), "origins=medial and lateral lip{of=linea aspera}");
}

TEST(Expansion, LeavesTextsThatAreNoNames) {
  EXPECT_EQ(expanded("origins: {name: femur, note: 'femur and patella, via the tibia'}\n"),
            "origins=femur{note=femur and patella, via the tibia}");
  EXPECT_EQ(expanded("references: {number: 1, title: Femur and patella}\n"), "references=1{title=Femur and patella}");
}

TEST(Expansion, TheBooksBalance) {
  const Result result = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples"},
                                    "name: vastus medialis\norigins: [femur and patella, 'zygal bone and xyzzy']\n"
                                    "insertions: tibial tuberosity via the patellar ligament\n"
                                    "innervation: {name: femoral nerve, roots: L2-4}\n"
                                    "actions: flexion and extension of the hip and knee\n");
  EXPECT_EQ(result.exit, 0) << result.err;
  // muscle, femur, patella, zygal bone and xyzzy, tibial tuberosity, its via, femoral nerve, L2, L3, L4, four actions
  EXPECT_NE(result.err.find("fields   7 read + 7 by taking texts apart = 13 exported + 1 exported with a provisional term"),
            std::string::npos)
      << result.err;
}

TEST(Expansion, WhatIsRejectedBalancesToo) {
  const Result result = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples"},
                                    "name: vastus medialis\norigins: [femur and patella, {name: tibia, id: 'UBERON:9999999'}]\n---\n"
                                    "name: sartorius\norigins: femur and patella\n");
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("records  2 read = 1 exported + 1 rejected"), std::string::npos) << result.err;
}

}  // namespace
}  // namespace musclekg::link_test
