package database

// What the tests outside the package need of its inside; they are outside
// because dbtest uses the package itself.
const (
	CachedStatements = cachedStatements
	CachedQueryBytes = cachedQueryBytes
)

var (
	ErrBusy   = errBusy
	AddKey    = addKey
	Cacheable = cacheable
)
