#include "generate.h"

#include <fmt/format.h>

#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "draw.h"

namespace musclekg {

namespace {

/// A label or an exact synonym of a term of `ontology/anatomy.obo`, and the term's id.
struct Row {
  std::string_view name;
  std::string_view id;
};

constexpr Row kMuscles[] = {{"Rhomboid major", "FMA:13379"},
                            {"Rhomboideus major muscle", "FMA:13379"},
                            {"Deep perineal muscle", "FMA:19727"},
                            {"Deep transverse perineal muscle", "FMA:19732"},
                            {"Transversus perinei profundus", "FMA:19732"},
                            {"Cervical rotator", "FMA:23082"},
                            {"Postvertebral muscle", "FMA:32515"},
                            {"Deep postvertebral muscle", "FMA:32561"},
                            {"Abductor digiti minimi of foot", "FMA:37451"},
                            {"Abductor digiti minimi", "FMA:37451"},
                            {"Flexor digiti minimi brevis of foot", "FMA:37455"},
                            {"Extensor indicis", "FMA:38524"},
                            {"Extensor indicis muscle", "FMA:38524"},
                            {"Extensor hallucis brevis", "FMA:51141"},
                            {"Puboprostaticus", "FMA:77253"},
                            {"adductor magnus", "UBERON:0000370"},
                            {"longissimus muscle", "UBERON:0000392"},
                            {"musculus longissimus", "UBERON:0000392"},
                            {"gracilis", "UBERON:0000950"},
                            {"sternohyoid muscle", "UBERON:0001107"},
                            {"sternohyoid", "UBERON:0001107"},
                            {"thyrohyoid muscle", "UBERON:0001110"},
                            {"scalenus medius", "UBERON:0001122"},
                            {"scalenus medius muscle", "UBERON:0001122"},
                            {"serratus ventralis", "UBERON:0001125"},
                            {"sternocleidomastoid", "UBERON:0001128"},
                            {"sterno-mastoid", "UBERON:0001128"},
                            {"transversus abdominis muscle", "UBERON:0001221"},
                            {"levator ani muscle", "UBERON:0001326"},
                            {"musculus levator ani", "UBERON:0001326"},
                            {"external anal sphincter", "UBERON:0001367"},
                            {"gluteus maximus", "UBERON:0001370"},
                            {"gluteus maximus muscle", "UBERON:0001370"},
                            {"psoas minor muscle", "UBERON:0001372"},
                            {"semitendinosus", "UBERON:0001375"},
                            {"semitendinosus muscle", "UBERON:0001375"},
                            {"rectus femoris", "UBERON:0001378"},
                            {"vastus medialis", "UBERON:0001380"},
                            {"vastus medialis muscle", "UBERON:0001380"},
                            {"tibialis anterior", "UBERON:0001385"},
                            {"gastrocnemius", "UBERON:0001388"},
                            {"gastrocnemius muscle", "UBERON:0001388"},
                            {"flexor hallucis longus", "UBERON:0001392"},
                            {"longissimus thoracis muscle", "UBERON:0001401"},
                            {"longissimus dorsi", "UBERON:0001401"},
                            {"spinalis thoracis muscle", "UBERON:0001405"},
                            {"semispinalis capitis", "UBERON:0001409"},
                            {"Semispinalis capitis muscle", "UBERON:0001409"},
                            {"infraspinatus muscle", "UBERON:0001477"},
                            {"coracobrachialis muscle", "UBERON:0001505"},
                            {"coracobrachial", "UBERON:0001505"},
                            {"triceps brachii", "UBERON:0001509"},
                            {"flexor carpi radialis muscle", "UBERON:0001521"},
                            {"flexor carpi radialis", "UBERON:0001521"},
                            {"extensor carpi radialis longus muscle", "UBERON:0001524"},
                            {"abductor pollicis longus", "UBERON:0001527"},
                            {"Abductor pollicis longus muscle", "UBERON:0001527"},
                            {"longus capitis muscle", "UBERON:0001563"},
                            {"cricothyroid muscle", "UBERON:0001566"},
                            {"musculus cricothyroideus", "UBERON:0001566"},
                            {"hyoglossus muscle", "UBERON:0001572"},
                            {"orbicularis oculi muscle", "UBERON:0001578"},
                            {"orbicularis oculi", "UBERON:0001578"},
                            {"depressor labii inferioris", "UBERON:0001581"},
                            {"auricular muscle", "UBERON:0001595"},
                            {"musculi auriculares", "UBERON:0001595"},
                            {"stapedius muscle", "UBERON:0001599"},
                            {"extra-ocular muscle", "UBERON:0001601"},
                            {"extraocular muscle", "UBERON:0001601"},
                            {"levator palpebrae superioris", "UBERON:0001604"},
                            {"dilatator pupillae", "UBERON:0001608"},
                            {"pupillary dilator muscle", "UBERON:0001608"},
                            {"flexor digitorum longus", "UBERON:0001666"},
                            {"trapezius muscle", "UBERON:0002380"},
                            {"trapezius", "UBERON:0002380"},
                            {"supraspinatus muscle", "UBERON:0002383"},
                            {"transversus thoracis", "UBERON:0002404"},
                            {"Tranverse thoracic muscle", "UBERON:0002404"},
                            {"adductor pollicis muscle", "UBERON:0002962"},
                            {"supinator muscle", "UBERON:0003228"},
                            {"supinator", "UBERON:0003228"},
                            {"anal sphincter", "UBERON:0004916"},
                            {"sphincter analia", "UBERON:0004916"},
                            {"abdominal internal oblique muscle", "UBERON:0005454"},
                            {"hyoid muscle", "UBERON:0005493"},
                            {"hyoid muscles", "UBERON:0005493"},
                            {"superior oblique extraocular muscle", "UBERON:0006321"},
                            {"laryngeal intrinsic muscle", "UBERON:0006328"},
                            {"intrinsic laryngeal muscle", "UBERON:0006328"},
                            {"oculomotor muscle", "UBERON:0006531"},
                            {"rectus extraocular muscle", "UBERON:0006533"},
                            {"pterygoid muscle", "UBERON:0006720"},
                            {"extensor digiti minimi muscle", "UBERON:0007614"},
                            {"Extensor digiti minimi", "UBERON:0007614"},
                            {"flexor pollicis longus muscle", "UBERON:0008446"},
                            {"rectus capitis posterior major", "UBERON:0008454"},
                            {"Greater posterior rectus capitis muscle", "UBERON:0008454"},
                            {"abductor pollicis brevis muscle", "UBERON:0008465"},
                            {"gluteus minimus", "UBERON:0008521"},
                            {"gluteus minimus muscle", "UBERON:0008521"},
                            {"quadratus femoris", "UBERON:0008537"},
                            {"prevertebral muscle", "UBERON:0008549"},
                            {"lateral crico-arytenoid", "UBERON:0008573"},
                            {"oblique arytenoid", "UBERON:0008575"},
                            {"Oblique arytenoid muscle", "UBERON:0008575"},
                            {"levator veli palatini", "UBERON:0008585"},
                            {"depressor septi nasi", "UBERON:0008589"},
                            {"Depressor septi nasi muscle", "UBERON:0008589"},
                            {"levator labii superioris alaeque nasi", "UBERON:0008592"},
                            {"levator anguli oris", "UBERON:0008595"},
                            {"levator anguli oris muscle", "UBERON:0008595"},
                            {"risorius muscle", "UBERON:0008598"},
                            {"scalene muscle", "UBERON:0008611"},
                            {"scalene muscles", "UBERON:0008611"},
                            {"scalenus anterior", "UBERON:0008622"},
                            {"stylopharyngeus muscle", "UBERON:0008804"},
                            {"stylopharyngeus", "UBERON:0008804"},
                            {"palatopharyngeus muscle", "UBERON:0010234"},
                            {"zygomaticus muscle", "UBERON:0010437"},
                            {"zygomaticus", "UBERON:0010437"},
                            {"fibularis tertius", "UBERON:0010524"},
                            {"pelvic complex muscle", "UBERON:0010890"},
                            {"thyroepiglotticus muscle", "UBERON:0010927"},
                            {"orbicularis oris muscle", "UBERON:0010933"},
                            {"orbicularis oris", "UBERON:0010933"},
                            {"anterior digastric muscle", "UBERON:0010943"},
                            {"occipitofrontalis muscle", "UBERON:0010946"},
                            {"craniocervical muscle", "UBERON:0010959"},
                            {"brachioradialis", "UBERON:0011011"},
                            {"brachioradialis muscle", "UBERON:0011011"},
                            {"spinalis muscle", "UBERON:0011013"},
                            {"semispinalis muscle", "UBERON:0011017"},
                            {"semispinalis", "UBERON:0011017"},
                            {"obturator muscle", "UBERON:0011043"},
                            {"superficial part of masseter muscle", "UBERON:0011140"},
                            {"pars superficialis of masseter muscle", "UBERON:0011140"},
                            {"iliocostalis lumborum", "UBERON:0011207"},
                            {"intra-ocular muscle", "UBERON:0011222"},
                            {"intrinsic ocular muscle", "UBERON:0011222"},
                            {"bulbospongiosus muscle", "UBERON:0011389"},
                            {"puborectalis muscle", "UBERON:0011512"},
                            {"puborectalis", "UBERON:0011512"},
                            {"abductor pollicis muscle", "UBERON:0011534"},
                            {"extensor carpi radialis muscle", "UBERON:0011867"},
                            {"extensor carpi radialis", "UBERON:0011867"},
                            {"thenar muscle", "UBERON:0014376"},
                            {"flexor digitorum brevis muscle", "UBERON:0014380"},
                            {"flexor digitorum brevis", "UBERON:0014380"},
                            {"pelvic appendage muscle", "UBERON:0014795"},
                            {"cranial or facial muscle", "UBERON:0015789"},
                            {"superior auricular muscle", "UBERON:0018108"},
                            {"trigeminal nerve muscle", "UBERON:0018544"},
                            {"inferior gemellus muscle", "UBERON:0019202"},
                            {"abdominal oblique muscle", "UBERON:0035032"},
                            {"oblique abdominal muscle", "UBERON:0035032"},
                            {"flexor digiti minimi brevis of hand", "UBERON:0036174"}};

constexpr Row kAttachments[] = {{"Diaphysis of clavicle", "FMA:23294"},
                                {"Acromial end of clavicle", "FMA:23300"},
                                {"Intertubercular sulcus of humerus", "FMA:23396"},
                                {"Supinator crest of ulna", "FMA:23626"},
                                {"Coraco-acromial ligament", "FMA:25943"},
                                {"Conoid part of coracoclavicular ligament", "FMA:26031"},
                                {"Coracohumeral ligament", "FMA:34951"},
                                {"Diaphysis of second metacarpal bone", "FMA:42872"},
                                {"Diaphysis of third metacarpal bone", "FMA:42875"},
                                {"Diaphysis of fifth metacarpal bone", "FMA:42881"},
                                {"Trochanteric fossa of femur", "FMA:43703"},
                                {"Quadrate tubercle of femur", "FMA:43709"},
                                {"Intercondylar fossa of femur", "FMA:43748"},
                                {"Intercondylar eminence of tibia", "FMA:43761"},
                                {"trochlea of humerus", "UBERON:0000144"},
                                {"humeral trochlea", "UBERON:0000144"},
                                {"humerus", "UBERON:0000976"},
                                {"trochanter", "UBERON:0000980"},
                                {"trochanter of femur", "UBERON:0000980"},
                                {"femur", "UBERON:0000981"},
                                {"clavicle bone", "UBERON:0001105"},
                                {"clavicle", "UBERON:0001105"},
                                {"ilium", "UBERON:0001273"},
                                {"pubis", "UBERON:0001275"},
                                {"coccyx", "UBERON:0001350"},
                                {"fibula", "UBERON:0001446"},
                                {"calcaneus", "UBERON:0001450"},
                                {"metacarpal bone", "UBERON:0002374"},
                                {"metacarpal", "UBERON:0002374"},
                                {"cervical vertebra", "UBERON:0002413"},
                                {"lumbar vertebra", "UBERON:0002414"},
                                {"greater trochanter", "UBERON:0002503"},
                                {"lesser trochanter", "UBERON:0002504"},
                                {"lesser trochanter of femur", "UBERON:0002504"},
                                {"metacarpal bone of digit 2", "UBERON:0003646"},
                                {"metacarpal bone of digit 3", "UBERON:0003647"},
                                {"3 rd digit of hand metacarpal", "UBERON:0003647"},
                                {"metacarpal bone of digit 5", "UBERON:0003649"},
                                {"fascia lata", "UBERON:0003669"},
                                {"patellar ligament", "UBERON:0003676"},
                                {"posterior cruciate ligament of knee joint", "UBERON:0003680"},
                                {"posterior cruciate ligament", "UBERON:0003680"},
                                {"tibial plateaux", "UBERON:0004098"},
                                {"epiphysis of humerus", "UBERON:0004382"},
                                {"humeral epiphysis", "UBERON:0004382"},
                                {"epiphysis of tibia", "UBERON:0004383"},
                                {"epiphysis of ulna", "UBERON:0004386"},
                                {"ulnar epiphysis", "UBERON:0004386"},
                                {"epiphysis of fibula", "UBERON:0004388"},
                                {"epiphysis of first metacarpal bone", "UBERON:0004391"},
                                {"metacarpal 1 epiphysis", "UBERON:0004391"},
                                {"epiphysis of second metacarpal bone", "UBERON:0004392"},
                                {"distal epiphysis of humerus", "UBERON:0004404"},
                                {"distal end of humerus", "UBERON:0004404"},
                                {"distal epiphysis of tibia", "UBERON:0004405"},
                                {"distal epiphysis of fibula", "UBERON:0004410"},
                                {"lower end of fibula", "UBERON:0004410"},
                                {"proximal epiphysis of humerus", "UBERON:0004411"},
                                {"proximal epiphysis of metacarpal bone", "UBERON:0004416"},
                                {"base of metacarpal bone", "UBERON:0004416"},
                                {"proximal epiphysis of first metacarpal bone", "UBERON:0004422"},
                                {"proximal epiphysis of third metacarpal bone", "UBERON:0004424"},
                                {"third metacarpal bone base", "UBERON:0004424"},
                                {"proximal epiphysis of fifth metacarpal bone", "UBERON:0004426"},
                                {"trunk or cervical vertebra", "UBERON:0004451"},
                                {"lumbar vertebra 2", "UBERON:0004618"},
                                {"lumbar vertebra 3", "UBERON:0004619"},
                                {"third lumbar vertebra", "UBERON:0004619"},
                                {"lumbar vertebra 5", "UBERON:0004621"},
                                {"sacral vertebra 1", "UBERON:0004622"},
                                {"S1 vertebra", "UBERON:0004622"},
                                {"sacral vertebra 3", "UBERON:0004624"},
                                {"sacral vertebra 4", "UBERON:0004625"},
                                {"fourth sacral vertebra", "UBERON:0004625"},
                                {"thoracic vertebra 2", "UBERON:0004627"},
                                {"thoracic vertebra 3", "UBERON:0004628"},
                                {"T3 vertebra", "UBERON:0004628"},
                                {"thoracic vertebra 5", "UBERON:0004630"},
                                {"thoracic vertebra 6", "UBERON:0004631"},
                                {"sixth thoracic vertebra", "UBERON:0004631"},
                                {"thoracic vertebra 7", "UBERON:0004632"},
                                {"thoracic vertebra 10", "UBERON:0004634"},
                                {"T10 vertebra", "UBERON:0004634"},
                                {"thoracic vertebra 11", "UBERON:0004635"},
                                {"humerus diaphysis", "UBERON:0004652"},
                                {"shaft of humerus", "UBERON:0004652"},
                                {"coracoid process of scapula", "UBERON:0006633"},
                                {"head of femur", "UBERON:0006767"},
                                {"acetabular head", "UBERON:0006767"},
                                {"proximal head of humerus", "UBERON:0006801"},
                                {"ectepicondyle of humerus", "UBERON:0006807"},
                                {"Lateral epicondyle of humerus", "UBERON:0006807"},
                                {"proximal epiphysis of ulna", "UBERON:0006822"},
                                {"diaphysis of femur", "UBERON:0006862"},
                                {"body of femur", "UBERON:0006862"},
                                {"neck of femur", "UBERON:0007119"},
                                {"inferior angle of scapula", "UBERON:0007175"},
                                {"angulus inferior scapulae", "UBERON:0007175"},
                                {"proximal epiphysis of tibia", "UBERON:0008772"},
                                {"proximal epiphysis of fibula", "UBERON:0008775"},
                                {"caput fibulae", "UBERON:0008775"},
                                {"epicondyle", "UBERON:0009978"},
                                {"condyle", "UBERON:0009979"},
                                {"condylus", "UBERON:0009979"},
                                {"medial condyle of femur", "UBERON:0009984"},
                                {"lateral condyle of femur", "UBERON:0009985"},
                                {"condylus lateralis femoris", "UBERON:0009985"},
                                {"medial epicondyle of femur", "UBERON:0009987"},
                                {"condyle of humerus", "UBERON:0009988"},
                                {"humeral condyle", "UBERON:0009988"},
                                {"medial condyle of tibia", "UBERON:0009990"},
                                {"lateral condyle of tibia", "UBERON:0009991"},
                                {"condylus lateralis tibiae", "UBERON:0009991"},
                                {"capitulum of humerus", "UBERON:0010853"},
                                {"coronoid process of ulna", "UBERON:0010994"},
                                {"ulnar coronoid process", "UBERON:0010994"},
                                {"iliac fossa", "UBERON:0011015"},
                                {"ligament of knee joint", "UBERON:0011088"},
                                {"knee joint ligament", "UBERON:0011088"},
                                {"epiphysis of fifth metacarpal bone", "UBERON:0011104"},
                                {"lesser tubercle of humerus", "UBERON:0011188"},
                                {"tuberculum minus", "UBERON:0011188"},
                                {"deep fascia", "UBERON:0011236"},
                                {"articular capsule of hip joint", "UBERON:0011961"},
                                {"capsula articularis coxae", "UBERON:0011961"},
                                {"fovea capitis of femur", "UBERON:0012078"},
                                {"diaphysis of fibula", "UBERON:0013279"},
                                {"shaft of fibula", "UBERON:0013279"},
                                {"diaphysis of tibia", "UBERON:0013280"},
                                {"anterior superior iliac spine", "UBERON:0013708"},
                                {"anterior inferior iliac spine", "UBERON:0013709"},
                                {"posterior inferior iliac spine", "UBERON:0013711"},
                                {"anterior iliac spine", "UBERON:0013712"},
                                {"posterior iliac spine", "UBERON:0013713"},
                                {"superior pubic ramus", "UBERON:0014438"},
                                {"inferior pubic ramus", "UBERON:0014439"},
                                {"inferior ramus of pubis", "UBERON:0014439"},
                                {"ischial ramus", "UBERON:0014441"},
                                {"superior ischial ramus", "UBERON:0014442"},
                                {"pubic ramus", "UBERON:0014444"},
                                {"tendon of quadriceps femoris", "UBERON:0014848"},
                                {"quadriceps tendon", "UBERON:0014848"},
                                {"epicondyle of humerus", "UBERON:0016497"},
                                {"ligament of hip joint", "UBERON:0018411"},
                                {"hip joint ligament", "UBERON:0018411"},
                                {"ischial tuberosity", "UBERON:0034983"},
                                {"tendon of obturator internus", "UBERON:0034988"},
                                {"obturator internus tendon", "UBERON:0034988"},
                                {"anterolateral tubercle of tibia", "UBERON:1200013"},
                                {"fibular notch of tibia", "UBERON:1200043"},
                                {"gluteal tuberosity of femur", "UBERON:1200051"},
                                {"interosseus border of tibia", "UBERON:1200117"},
                                {"medial malleolus of tibia", "UBERON:1200140"},
                                {"soleal line of tibia", "UBERON:1200205"},
                                {"tibial plateau of tibia", "UBERON:1200264"},
                                {"Linea aspera of diaphysis of femur", "FMA:43715"},
                                {"Lateral lip of linea aspera of femur", "FMA:43718"},
                                {"lateral border of scapula", "UBERON:0007173"},
                                {"axillary border of scapula", "UBERON:0007173"},
                                {"intertrochanteric crest", "UBERON:0013633"}};

constexpr Row kPassages[] = {{"Coraco-acromial ligament", "FMA:25943"},
                             {"Trapezoid part of coracoclavicular ligament", "FMA:26030"},
                             {"Conoid part of coracoclavicular ligament", "FMA:26031"},
                             {"Coracohumeral ligament", "FMA:34951"},
                             {"fascia lata", "UBERON:0003669"},
                             {"anterior cruciate ligament of knee joint", "UBERON:0003671"},
                             {"patellar ligament", "UBERON:0003676"},
                             {"central band of tendon of quadriceps femoris", "UBERON:0003676"},
                             {"posterior cruciate ligament of knee joint", "UBERON:0003680"},
                             {"calcaneal tendon", "UBERON:0003701"},
                             {"tendo calcaneus", "UBERON:0003701"},
                             {"cruciate ligament of knee", "UBERON:0006659"},
                             {"ligament of knee joint", "UBERON:0011088"},
                             {"deep fascia", "UBERON:0011236"},
                             {"fascia profunda", "UBERON:0011236"},
                             {"articular capsule of glenohumeral joint", "UBERON:0011960"},
                             {"articular capsule of hip joint", "UBERON:0011961"},
                             {"capsula articularis coxae", "UBERON:0011961"},
                             {"tendon of quadriceps femoris", "UBERON:0014848"},
                             {"anterolateral ligament of knee", "UBERON:0014899"},
                             {"ligament of Segond", "UBERON:0014899"},
                             {"ligament of hip joint", "UBERON:0018411"}};

constexpr Row kNerves[] = {{"genitofemoral nerve", "FMA:16484"},
                           {"Lateral femoral cutaneous nerve", "FMA:16485"},
                           {"superior gluteal nerve", "FMA:16510"},
                           {"nerve to psoas minor", "FMA:20579"},
                           {"suprascapular nerve", "FMA:37025"},
                           {"nerve to soleus", "FMA:44690"},
                           {"nerve to popliteus", "FMA:44700"},
                           {"articular branch of common fibular nerve", "FMA:44772"},
                           {"nerve to pronator teres", "FMA:44823"},
                           {"nerve to palmaris longus", "FMA:44825"},
                           {"nerve to flexor pollicis longus", "FMA:44830"},
                           {"nerve to palmaris brevis", "FMA:44906"},
                           {"anterior branch of obturator nerve", "FMA:45306"},
                           {"posterior femoral cutaneous nerve", "FMA:45337"},
                           {"nerve to semitendinosus", "FMA:52186"},
                           {"twelfth thoracic nerve", "FMA:6167"},
                           {"third thoracic nerve", "FMA:6171"},
                           {"second lumbar nerve", "FMA:6176"},
                           {"fifth thoracic nerve", "FMA:6293"},
                           {"seventh thoracic nerve", "FMA:6299"},
                           {"ninth thoracic nerve", "FMA:6306"},
                           {"eleventh thoracic nerve", "FMA:6312"},
                           {"fourth lumbar nerve", "FMA:6415"},
                           {"fifth lumbar nerve", "FMA:6416"},
                           {"second sacral nerve", "FMA:6424"},
                           {"fourth sacral nerve", "FMA:6426"},
                           {"first cervical nerve", "FMA:6440"},
                           {"third cervical nerve", "FMA:6444"},
                           {"fifth cervical nerve", "FMA:6446"},
                           {"seventh cervical nerve", "FMA:6448"},
                           {"long thoracic nerve", "FMA:65275"},
                           {"Subclavian nerve", "FMA:65280"},
                           {"medial pectoral nerve", "FMA:65293"},
                           {"nerve to teres minor", "FMA:65301"},
                           {"superior subscapular nerve", "FMA:65304"},
                           {"nerve to brachioradialis", "FMA:65334"},
                           {"branch of musculocutaneous nerve to humerus", "FMA:67953"},
                           {"anterior ramus of first cervical nerve", "FMA:7061"},
                           {"anterior ramus of first lumbar nerve", "FMA:7065"},
                           {"anterior ramus of coccygeal nerve", "FMA:7072"},
                           {"Nerve to subclavius", "FMA:78594"},
                           {"articular branch of tibial nerve", "FMA:80085"},
                           {"nerve to obturator externus", "FMA:80160"},
                           {"nerve to tensor fasciae latae", "FMA:80189"},
                           {"nerve to gluteus medius", "FMA:80195"},
                           {"nerve to third dorsal interosseous of hand", "FMA:80237"},
                           {"nerve to fourth dorsal interosseous of hand", "FMA:80240"},
                           {"nerve to second palmar interosseous of hand", "FMA:80246"},
                           {"nerve to fourth palmar interosseous of hand", "FMA:80252"},
                           {"nerve to flexor digiti minimi brevis of hand", "FMA:80258"},
                           {"branch of median nerve to opponens pollicis", "FMA:80273"},
                           {"branch of posterior interosseous nerve", "FMA:80285"},
                           {"nerve to extensor pollicis longus", "FMA:80289"},
                           {"nerve to abductor pollicis longus", "FMA:80295"},
                           {"articular branch of obturator nerve", "FMA:81163"},
                           {"nerve to extensor digiti minimi", "FMA:81185"},
                           {"nerve to extensor carpi radialis longus", "FMA:81205"},
                           {"nerve to flexor carpi ulnaris", "FMA:81220"},
                           {"Branch of lateral pectoral nerve", "FMA:81246"},
                           {"anterior branch of axillary nerve", "FMA:81285"},
                           {"nerve to teres major", "FMA:81300"},
                           {"nerve to infraspinatus muscle", "FMA:81314"},
                           {"third intercostal nerve", "FMA:8603"},
                           {"fifth intercostal nerve", "FMA:8605"},
                           {"seventh intercostal nerve", "FMA:8607"},
                           {"ninth intercostal nerve", "FMA:8609"},
                           {"eleventh intercostal nerve", "FMA:8611"},
                           {"anterior ramus of seventh cervical nerve", "FMA:8727"},
                           {"anterior ramus of sixth cervical nerve", "FMA:8730"},
                           {"anterior ramus of third cervical nerve", "FMA:8736"},
                           {"anterior ramus of second lumbar nerve", "FMA:8764"},
                           {"anterior ramus of fourth lumbar nerve", "FMA:8770"},
                           {"anterior ramus of second sacral nerve", "FMA:8776"},
                           {"anterior ramus of fourth sacral nerve", "FMA:8782"},
                           {"posterior ramus of fourth cervical nerve", "FMA:8789"},
                           {"median nerve", "UBERON:0001148"},
                           {"sciatic nerve", "UBERON:0001322"},
                           {"common fibular nerve", "UBERON:0001324"},
                           {"axillary nerve", "UBERON:0001493"},
                           {"circumflex humeral nerve", "UBERON:0001493"},
                           {"ulnar nerve", "UBERON:0001494"},
                           {"accessory XI nerve", "UBERON:0002019"},
                           {"spinal part of accessory nerve", "UBERON:0002019"},
                           {"musculocutaneous nerve", "UBERON:0003724"},
                           {"intercostal nerve", "UBERON:0003727"},
                           {"anterior ramus of thoracic nerve", "UBERON:0003727"},
                           {"ventral ramus of spinal nerve", "UBERON:0006838"},
                           {"lumbar nerve", "UBERON:0009624"},
                           {"nervus lumbalis", "UBERON:0009624"},
                           {"coccygeal nerve", "UBERON:0009629"},
                           {"palmar branch of median nerve", "UBERON:0016430"},
                           {"median nerve palmar branch", "UBERON:0016430"},
                           {"plantar nerve", "UBERON:0035109"},
                           {"medial plantar nerve", "UBERON:0035111"},
                           {"nervus plantaris medialis", "UBERON:0035111"},
                           {"superficial fibular nerve", "UBERON:0035526"}};

constexpr Row kArteries[] = {{"Second dorsal metacarpal artery", "FMA:0323595"},
                             {"Third dorsal metacarpal artery", "FMA:0323596"},
                             {"Fourth dorsal metacarpal artery", "FMA:0323597"},
                             {"Superficial femoral artery", "FMA:0323777"},
                             {"Inferior gluteal artery", "FMA:18871"},
                             {"Lateral circumflex femoral artery", "FMA:20798"},
                             {"Superficial part of superior gluteal artery", "FMA:21120"},
                             {"Descending genicular artery", "FMA:22506"},
                             {"Middle genicular artery", "FMA:22536"},
                             {"Superior medial genicular artery", "FMA:22584"},
                             {"Posterior circumflex humeral artery", "FMA:22684"},
                             {"Radial recurrent artery", "FMA:22748"},
                             {"Superficial palmar branch of radial artery", "FMA:22752"},
                             {"Anterior ulnar recurrent artery", "FMA:22800"},
                             {"Posterior ulnar recurrent artery", "FMA:22803"},
                             {"Anterior interosseous artery", "FMA:22810"},
                             {"Deep palmar branch of ulnar artery", "FMA:22824"},
                             {"Deep palmar arterial arch", "FMA:22838"},
                             {"Deltoid branch of thoraco-acromial artery", "FMA:23067"},
                             {"Inferior lateral genicular artery", "FMA:43888"},
                             {"Inferior medial genicular artery", "FMA:43889"},
                             {"Perforating femoral artery", "FMA:69460"},
                             {"Trunk of acetabular part of obturator artery", "FMA:70175"},
                             {"common iliac artery", "UBERON:0001191"},
                             {"external iliac artery", "UBERON:0001308"},
                             {"obturator artery", "UBERON:0001314"},
                             {"superior gluteal artery", "UBERON:0001315"},
                             {"arteria glutealis superior", "UBERON:0001315"},
                             {"deep femoral artery", "UBERON:0001355"},
                             {"lateral thoracic artery", "UBERON:0001396"},
                             {"external mammary artery", "UBERON:0001396"},
                             {"subscapular artery", "UBERON:0001397"},
                             {"brachial artery", "UBERON:0001398"},
                             {"brachial part of trunk of subclavian artery", "UBERON:0001398"},
                             {"radial artery", "UBERON:0001404"},
                             {"ulnar artery", "UBERON:0001406"},
                             {"arteria ulnaris", "UBERON:0001406"},
                             {"subclavian artery", "UBERON:0001533"},
                             {"posterior tibial artery", "UBERON:0001538"},
                             {"femoral artery", "UBERON:0002060"},
                             {"popliteal artery", "UBERON:0002250"},
                             {"tibial artery", "UBERON:0007610"},
                             {"abdominal aorta artery", "UBERON:0012254"},
                             {"abdominal artery", "UBERON:0012254"},
                             {"thyrocervical artery", "UBERON:0039260"}};

constexpr Row kJoints[] = {{"sacro-iliac joint", "UBERON:0001365"},
                           {"sacroiliac joint", "UBERON:0001365"},
                           {"glenohumeral joint", "UBERON:0001470"},
                           {"knee joint", "UBERON:0001485"},
                           {"joint of knee", "UBERON:0001485"},
                           {"hip joint", "UBERON:0001486"},
                           {"ankle joint", "UBERON:0001488"},
                           {"elbow joint", "UBERON:0001490"},
                           {"wrist joint", "UBERON:0001491"},
                           {"joint of wrist", "UBERON:0001491"},
                           {"acromioclavicular joint", "UBERON:0003692"},
                           {"pubic symphysis", "UBERON:0003699"},
                           {"symphysis pubis", "UBERON:0003699"},
                           {"tibiofibular joint", "UBERON:0011112"},
                           {"inferior tibiofibular joint", "UBERON:0011113"},
                           {"distal tibiofibular joint", "UBERON:0011113"},
                           {"superior tibiofibular joint", "UBERON:0011117"},
                           {"patellofemoral joint", "UBERON:0011166"},
                           {"patello femoral joint", "UBERON:0011166"},
                           {"shoulder joint", "UBERON:0016884"}};

constexpr Row kMovements[] = {{"Flexion", "FMA:23861"},          {"Extension", "FMA:23862"},         {"Abduction", "FMA:23863"},
                              {"Adduction", "FMA:23864"},        {"Rotation", "FMA:23865"},          {"Circumduction", "FMA:23866"},
                              {"Lateral rotation", "FMA:32431"}, {"External rotation", "FMA:32431"}, {"Medial rotation", "FMA:32432"},
                              {"Pronation", "FMA:32433"},        {"Supination", "FMA:32434"},        {"Opposition", "FMA:32435"},
                              {"Reposition", "FMA:32436"}};

constexpr Row kConditions[] = {{"patellar tendinitis", "MONDO:0001042"},
                               {"tendinitis of patella", "MONDO:0001042"},
                               {"chondromalacia", "MONDO:0002342"},
                               {"patellofemoral pain syndrome", "MONDO:0006894"},
                               {"aniridia-absent patella syndrome", "MONDO:0007120"},
                               {"coxopodopatellar syndrome", "MONDO:0007841"},
                               {"small patella syndrome", "MONDO:0007841"},
                               {"nail-patella syndrome", "MONDO:0008061"},
                               {"chondromalacia patellae", "MONDO:0008207"},
                               {"chondromalacia of patella", "MONDO:0008207"},
                               {"Say-field-Coldwell syndrome", "MONDO:0008606"},
                               {"metaphyseal acroscyphodysplasia", "MONDO:0009592"},
                               {"Bellini syndrome", "MONDO:0009592"},
                               {"nail-patella-like renal disease", "MONDO:0009724"},
                               {"SHLTS", "MONDO:0010505"},
                               {"talo-patello-scaphoid osteolysis", "MONDO:0012330"},
                               {"Meier-Gorlin syndrome", "MONDO:0016817"},
                               {"ear-patella-short stature syndrome", "MONDO:0016817"},
                               {"congenital knee dislocation", "MONDO:0017470"},
                               {"congenital patella dislocation", "MONDO:0017471"},
                               {"congenital genu recurvatum", "MONDO:0017560"}};

/// What no ontology has: a first with a second word, a hundred names.
constexpr std::string_view kUnknownFirst[] = {"accessory", "anomalous", "aberrant",     "supernumerary", "oblique",
                                              "recurrent", "middle",    "intermediate", "transitional",  "marginal"};
constexpr std::string_view kUnknownSecond[] = {"slip",   "crest of pulley", "strand", "arcade",         "expansion",
                                               "fillet", "bundle",          "twig",   "band of sheath", "raphe of arch"};

constexpr std::string_view kQualifiers[] = {"upper part",      "lower part",     "medial side",  "lateral side",    "anterior surface",
                                            "posterior third", "deep fibres of", "upper border", "lower two thirds"};
constexpr std::string_view kLevels[] = {"C5", "C6", "C7", "C8", "T1", "L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3"};
constexpr std::string_view kClaimKinds[] = {"association", "treatment-approach", "evidence-appraisal", "finding"};
constexpr std::string_view kStances[] = {"for", "against", "neutral"};
constexpr std::string_view kJournals[] = {"Clinical anatomy", "Knee Surgery, Sports Traumatology, Arthroscopy", "Journal of Anatomy",
                                          "Physiotherapy theory and practice", "Surgical and Radiologic Anatomy"};
constexpr std::string_view kAuthors[] = {"Werner S",  "Crossley K", "Bennell K", "Smith TO",
                                         "Nichols R", "Donell ST",  "Seeley MK", "Park J"};

/// A name as a record has it.
struct Name {
  std::string text;
  std::string_view id;  ///< empty when unknown
};

/// Writes one record. No text of the tables needs escaping in JSON.
class Writer {
 public:
  explicit Writer(std::uint64_t number) : number_(number), draw_(number) {}

  std::string line() {
    text_ = fmt::format(R"({{"name":"muscle {:07}","origins":[)", number_);
    values(kAttachments, 2 + draw_.below(3));
    text_ += R"(],"insertions":[)";
    insertion();
    text_ += ',';
    insertion();
    text_ += R"(],"innervation":[)";
    nerve();
    text_ += R"(],"arterial_supply":[)";
    values(kArteries, 2 + draw_.below(2));
    text_ += R"(],"actions":[)";
    action();
    text_ += ',';
    action();
    text_ += ',';
    action();
    text_ += R"(],"synergists":[)";
    values(kMuscles, 3 + draw_.below(3));
    text_ += R"(],"antagonists":[)";
    values(kMuscles, 1 + draw_.below(4));
    text_ += R"(],"joined_with":[)";
    values(kMuscles, 1 + draw_.below(3));
    text_ += "],";
    claim();
    text_ += ',';
    palpation();
    text_ += ',';
    reference();
    text_ += "}\n";
    return std::move(text_);
  }

 private:
  /// The name as it stands, in capitals, with an article, or in the plural.
  std::string spelled(std::string_view name) {
    std::string text(name);
    const std::size_t way = draw_.below(100);
    if (way < 10) {
      for (char& letter : text)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    } else if (way < 15) {
      text.insert(0, "the ");
    } else if (way < 20) {
      if (text.ends_with("nerve") || text.ends_with("muscle") || text.ends_with("tendon"))
        text += 's';
      else if (text.ends_with("artery"))
        text.replace(text.size() - 1, 1, "ies");
    }
    return text;
  }

  /// A name. Two in a hundred are unknown to the ontologies.
  Name name(std::span<const Row> rows) {
    if (draw_.percent(2)) return {fmt::format("{} {}", draw_.from(kUnknownFirst), draw_.from(kUnknownSecond)), {}};
    const Row& row = rows[draw_.below(rows.size())];
    return {spelled(row.name), row.id};
  }

  void value(std::span<const Row> rows) {
    const Name found = name(rows);
    const bool id = !found.id.empty() && draw_.percent(8), qualified = draw_.percent(15), cited = draw_.percent(15);
    if (!id && !qualified && !cited) {
      put(R"("{}")", found.text);
      return;
    }
    put(R"({{"name":"{}")", found.text);
    if (id) put(R"(,"id":"{}")", found.id);
    if (qualified) put(R"(,"qualifier":"{}")", draw_.from(kQualifiers));
    text_ += cited ? R"(,"cites":1})" : "}";
  }

  void values(std::span<const Row> rows, std::size_t count) {
    value(rows);
    for (; count > 1; --count) {
      text_ += ',';
      value(rows);
    }
  }

  void insertion() { put(R"({{"name":"{}","via":"{}"}})", name(kAttachments).text, name(kPassages).text); }

  void nerve() {
    if (draw_.percent(25)) {
      const std::string_view trunk = draw_.from(kNerves).name;
      put(R"({{"name":"muscular branch of the {}","branch_of":"{}")", trunk, trunk);
    } else {
      put(R"({{"name":"{}")", name(kNerves).text);
    }
    const std::size_t first = draw_.below(std::size(kLevels) - 2);
    put(R"(,"roots":["{}","{}","{}"],"cites":1}})", kLevels[first], kLevels[first + 1], kLevels[first + 2]);
  }

  void action() { put(R"({{"movement":"{}","joint":"{}"}})", spelled(draw_.from(kMovements).name), spelled(draw_.from(kJoints).name)); }

  void claim() {
    const std::string_view condition = draw_.from(kConditions).name;
    put(R"("clinical_claims":[{{"text":"Weak in {} of {} people with {}.","kind":"{}","stance":"{}",)", draw_.below(100),
        100 + draw_.below(900), condition, draw_.from(kClaimKinds), draw_.from(kStances));
    put(R"("about":["muscle {:07}","{}"],"cites":1}}])", number_, condition);
  }

  void palpation() {
    const std::string_view site = draw_.from(kAttachments).name;
    put(R"("palpation":[{{"text":"Felt {} mm from the {}.","about":"{}"}}])", 5 + draw_.below(90), site, site);
  }

  void reference() {
    const std::size_t author = draw_.below(std::size(kAuthors) - 1);
    put(R"("references":[{{"number":1,"type":"journal-article","authors":["{}","{}"],"title":"Anatomy of muscle {:07}",)", kAuthors[author],
        kAuthors[author + 1], number_);
    put(R"("journal":"{}","date":"{}"}}])", draw_.from(kJournals), 1980 + draw_.below(45));
  }

  template <class... Values>
  void put(fmt::format_string<Values...> form, Values&&... values) {
    fmt::format_to(std::back_inserter(text_), form, std::forward<Values>(values)...);
  }

  std::uint64_t number_;
  Draw draw_;
  std::string text_;
};

}  // namespace

std::string generated_record(std::uint64_t number) { return Writer(number).line(); }

}  // namespace musclekg
