package contract

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"
)

// Code is one value a client can branch on.
type Code struct {
	Code        string `json:"code"`
	Description string `json:"description"`
}

// Codes are the two closed lists: Mutation stands in payload.errors[].code,
// Request in errors[].extensions.code.
type Codes struct {
	Mutation []Code `json:"mutation"`
	Request  []Code `json:"request"`
}

// CodesOf reads the refusals from the MutationErrorCode enum and adds the
// codes of failed requests, which no schema can hold.
func CodesOf(schema *ast.Schema) (Codes, error) {
	enum := schema.Types["MutationErrorCode"]
	if enum == nil {
		return Codes{}, fmt.Errorf("contract: the schema has no MutationErrorCode")
	}
	codes := Codes{Request: requestCodes()}
	for _, value := range enum.EnumValues {
		codes.Mutation = append(codes.Mutation, Code{Code: value.Name, Description: value.Description})
	}
	byName(codes.Mutation, func(c Code) string { return c.Code })
	return codes, nil
}

func requestCodes() []Code {
	return []Code{
		{"BAD_USER_INPUT", "An argument is wrong; extensions.path says which. Also a variable that does not fit its type."},
		{"COMPLEXITY_LIMIT_EXCEEDED", "The operation asks for too much at once: fewer rows, fewer fields or less depth."},
		{"FORBIDDEN", "Signed in, but none of extensions.requiredPermission is held."},
		{"GRAPHQL_PARSE_FAILED", "The document is not GraphQL."},
		{"GRAPHQL_VALIDATION_FAILED", "The document does not fit the schema."},
		{"IMPERSONATED", "Not in a session that staff opened with loginAs: the field is the user's own alone."},
		{"INTERNAL", "The server failed; extensions.requestId leads to its log. The text says nothing more."},
		{"NOT_FOUND", "Absent, or not visible to the caller; the two are never told apart."},
		{"PERSISTED_DOCUMENT_NOT_FOUND", "The server does not know the document of this hash; send the text."},
		{"PERSISTED_DOCUMENT_REQUIRED", "This server takes trusted documents only."},
		{"RATE_LIMITED", "Too many attempts; wait extensions.retryAfter seconds."},
		{"STEP_UP_REQUIRED", "A fresh proof of identity is needed first."},
		{"UNAUTHENTICATED", "No valid session or key: sign in."},
		{"UNAVAILABLE", "Something the server depends on is away; try again."},
	}
}
