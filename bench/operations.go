package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"

	contract "tenantry/frontend-contract"
)

//go:embed operations/*.graphql
var ownOperations embed.FS

// documents finds how an operation is asked for: by the hash of a trusted
// document, or by its text when the contract does not have it.
type documents struct {
	trusted map[string]string // name → hash
	own     map[string]string // name → text
}

func loadDocuments() (documents, error) {
	d := documents{trusted: map[string]string{}, own: map[string]string{}}
	manifest, err := contract.LoadManifest()
	if err != nil {
		return d, err
	}
	for hash, text := range manifest {
		d.trusted[operationName(text)] = hash
	}
	entries, err := ownOperations.ReadDir("operations")
	if err != nil {
		return d, err
	}
	for _, entry := range entries {
		text, err := ownOperations.ReadFile(path.Join("operations", entry.Name()))
		if err != nil {
			return d, err
		}
		d.own[operationName(string(text))] = string(text)
	}
	return d, nil
}

// operationName is the name of the first operation in a text, which begins
// its line; "" when there is none.
func operationName(text string) string {
	var name string
	for line := range lines(text) {
		if n, _ := fmt.Sscanf(line, "query %s", &name); n == 1 {
			return untilPunctuation(name)
		}
		if n, _ := fmt.Sscanf(line, "mutation %s", &name); n == 1 {
			return untilPunctuation(name)
		}
	}
	return ""
}

func untilPunctuation(s string) string {
	for i, r := range s {
		if r == '(' || r == '{' {
			return s[:i]
		}
	}
	return s
}

// body is the JSON of a request, and whether it names a trusted document.
func (d documents) body(name string, variables map[string]any) (body []byte, trusted bool, err error) {
	request := map[string]any{"operationName": name}
	if variables != nil {
		request["variables"] = variables
	}
	if hash, ok := d.trusted[name]; ok {
		request["documentId"] = hash
		trusted = true
	} else if text, ok := d.own[name]; ok {
		request["query"] = text
	} else {
		return nil, false, fmt.Errorf("operation %s: neither the contract nor bench/operations has it", name)
	}
	body, err = json.Marshal(request)
	return body, trusted, err
}

// encode is a whole HTTP/1.1 request.
func encode(addr, token string, body []byte) []byte {
	head := "POST /graphql HTTP/1.1\r\nHost: " + addr +
		"\r\nContent-Type: application/json\r\nAccept: application/graphql-response+json\r\n"
	if token != "" {
		head += "Authorization: Bearer " + token + "\r\n"
	}
	return fmt.Appendf(nil, "%sContent-Length: %d\r\n\r\n%s", head, len(body), body)
}
