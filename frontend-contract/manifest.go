package contract

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

//go:embed documents.json
var documents []byte

// LoadManifest gives the trusted documents this binary was built with: the
// bare hex SHA-256 of each text → the text.
func LoadManifest() (map[string]string, error) { return ParseManifest(documents) }

// ParseManifest reads a documents.json and refuses it when a text does not
// have the hash it is filed under.
func ParseManifest(data []byte) (map[string]string, error) {
	var manifest map[string]string
	if err := json.Unmarshal(data, &manifest); err != nil {
		return nil, fmt.Errorf("contract: read the trusted documents: %w", err)
	}
	for hash, text := range manifest {
		if Hash(text) != hash {
			return nil, fmt.Errorf("contract: trusted document %s does not have this hash", hash)
		}
	}
	return manifest, nil
}

// Hash is the id of a trusted document: the SHA-256 of its exact text, in
// lower-case hex.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
