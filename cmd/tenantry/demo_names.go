package main

import "strings"

// culture is a set of given and family names that go together, with the
// settings a person of that set is likely to have.
type culture struct {
	locale, timezone string
	first, last      []string
}

func words(s string) []string { return strings.Fields(s) }

// cultures are put together from common names; no combination means anybody.
func cultures() []culture {
	return []culture{
		{"en", "Europe/London", words("Alice Oliver Amelia George Isla Harry Freya Arthur Poppy Edward Hazel Rupert Nell Simon"),
			words("Hartley Whitcombe Ashdown Fairley Brook Pemberly Colby Marsh Tilney Wexford Langdale Holt Thorne Everly")},
		{"de", "Europe/Berlin", words("Jürgen Käthe Lukas Änne Björn Sabine Moritz Grete Götz Heike Florian Ülke Ruth Anton"),
			words("Müller-Lohse Köhlbach Weißenau Grünwaldt Öhlmann Steinhaus Vogelsang Brückner Rauhut Lindquell Jäckel Harms Süderow Timm")},
		{"fr", "Europe/Paris", words("Élodie François Zoé Benoît Anaïs Gaël Inès Rémi Maëlle Théo Noémie Cédric Hélène Loïc"),
			words("Lefèvre-Aubin Côté Beauséjour Desrosières Guérin Lachênaie Marchéval Noëlle Prévost Rocheclair Saintonge Tréville Vaugrenard Duchêne")},
		{"es", "Europe/Madrid", words("Íñigo María Álvaro Lucía Joaquín Begoña Andrés Núria Martín Paloma Óscar Inés Raúl Ximena"),
			words("Peñalver Ibáñez Muñozábal Cortázar Quiñones Aránguiz Ordóñez Belmonte Zúñiga Castrillón Villarreal Güemes Sáenz Olivares")},
		{"pl", "Europe/Warsaw", words("Łukasz Żaneta Paweł Małgorzata Grażyna Michał Bożena Świętosława Jan Agnieszka Stanisław Wojciech Ewa Dorota"),
			words("Wiśniowiecki Dąbrówka Łąkowski Źródlak Śliwa Zieliński Jabłonka Krępa Mączyński Nowogród Pszczółka Rudzki Sójka Ćwikła")},
		{"tr", "Europe/Istanbul", words("Ayşe Çağlar Gökhan İpek Şule Özgür Ümit Deniz Elif Kerem Tuğba Yiğit Zeynep Bülent"),
			words("Yıldızhan Çelikbaş Gündoğdu Şenocak Öztürkmen Kılıçarslan Taşkıran Aydıner Uğurlu Bozdağ Karaca Sönmez Erdem Akın")},
		{"vi", "Asia/Ho_Chi_Minh", words("Hương Đức Ngọc Thảo Tuấn Phương Quỳnh Dũng Hạnh Bảo Yến Khánh Linh Sơn"),
			words("Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh")},
		{"yo", "Africa/Lagos", words("Adébáyò Fọláṣadé Olúwáṣeun Tèmítọ́pẹ́ Ayọ̀délé Títílayò Babájídé Ṣadé Kẹ́hìndé Táíwò Ìyábò Wálé Bísí Dàpọ̀"),
			words("Adéyẹmí Ògúnbíyìí Ọláníyan Akíntọ́lá Fálétí Ayándélé Ọ̀ṣúndáre Balógun Ìdòwú Kúyẹ̀ Ṣówándé Àlàbí Ọmọ́tóṣọ̀ Jìmọ́h")},
		{"hi", "Asia/Kolkata", words("Aarav Priya Rohan Ananya Vikram Meera Arjun Kavya Ishaan Lakshmi Nikhil Sunita Devika Tara"),
			words("Raghunathan Deshpande Mukherjee Iyengar Bhattacharya Chaudhary Kulkarni Venkataraman Joshi Malhotra Nair Pillai Sengupta Trivedi")},
		{"ja", "Asia/Tokyo", words("Haruto Sakura Ren Yui Sōta Aoi Yūto Hina Kaito Mei Ryō Kōji Natsuki Emi"),
			words("Takahashi Ōtsuka Kobayashi Shimizu Yamaguchi Inoue Saitō Kondō Hayashi Mori Fujiwara Ishikawa Ueda Nomura")},
		{"sv", "Europe/Stockholm", words("Åsa Björn Göran Märta Örjan Saga Nils Ebba Håkan Lovisa Sixten Tuva Viggo Ylva"),
			words("Sjöberg Åkerlund Björkman Ängsholm Lindström Öhrn Norrby Hällqvist Sandviken Ekström Grönlund Fors Löfgren Dalén")},
		{"ar", "Africa/Cairo", words("Layla Omar Noor Karim Yasmin Tariq Salma Hassan Amira Ziad Rania Idris Dalia Samir"),
			words("al-Khatib Haddad Mansour Darwish Nasser el-Sayed Qasim Shaheen Rahman Bakri Farouk Jaziri Tawfiq Zaydan")},
	}
}

// asciiLetters are the letters that do not come apart into one of a-z and an accent.
func asciiLetters() *strings.Replacer {
	return strings.NewReplacer("ß", "ss", "ł", "l", "ø", "o", "đ", "d", "ı", "i", "æ", "ae", "œ", "oe")
}

// customer is a made-up company; its addresses end in slug.test.
type customer struct{ name, slug, city string }

func demoCustomers() []customer {
	return []customer{
		{"Almond & Rye Bakeries", "almondrye", "Bristol"}, {"Blauwal Logistik", "blauwal", "Hamburg"},
		{"Café Miróza", "miroza", "Valencia"}, {"Copperleaf Energy", "copperleaf", "Leeds"},
		{"Delta Vélo", "deltavelo", "Lyon"}, {"Ember Fitness", "emberfit", "Dublin"},
		{"Fjordlight Optics", "fjordlight", "Bergen"}, {"Granite Peak Outfitters", "granitepeak", "Innsbruck"},
		{"Hazelwood Clinics", "hazelwood", "Norwich"}, {"Iron Gate Security", "irongate", "Sheffield"},
		{"Juniper Travel", "juniper", "Porto"}, {"Kestrel Couriers", "kestrel", "Glasgow"},
		{"Łąka Organic Foods", "laka", "Gdańsk"}, {"Marigold Insurance", "marigold", "Antwerp"},
		{"Northwind Dairies", "northwind", "Aarhus"}, {"Ölkanne Werkstätten", "oelkanne", "Stuttgart"},
		{"Pebble & Pine Furniture", "pebblepine", "Tampere"}, {"Quartz Analytics", "quartz", "Zürich"},
		{"Riverbend Schools", "riverbend", "Cork"}, {"Saffron Street Kitchens", "saffron", "Leicester"},
		{"Tulipa Flowers", "tulipa", "Utrecht"}, {"Umbra Lighting", "umbra", "Milan"},
		{"Velvet Fox Cosmetics", "velvetfox", "Nice"}, {"Willow & Wren Publishing", "willowwren", "Oxford"},
		{"Xylo Instruments", "xylo", "Vienna"}, {"Yarrow Pharmacies", "yarrow", "Brno"},
		{"Zephyr Airport Shuttles", "zephyr", "Málaga"}, {"Copper Kettle Tea", "copperkettle", "York"},
		{"Deep Harbour Shipping", "deepharbour", "Rotterdam"},
	}
}

func rivalCustomers() []customer {
	return []customer{
		{"Basalt Mining Supply", "basalt", "Kiruna"}, {"Cinder Street Coffee", "cinder", "Ghent"},
		{"Moss & Stone Gardens", "mossstone", "Bath"}, {"Sable Motors", "sable", "Turin"},
	}
}

// places name sub-accounts.
func places() []string {
	return words("North South East West Central Airport Harbour Riverside Online Wholesale Training Events")
}
