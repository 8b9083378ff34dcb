package database

// Kinds names the entities that have a rule of tenancy.
func Kinds() []string {
	var names []string
	for name := range kinds {
		names = append(names, name)
	}
	return names
}
