package export

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/internal/audit"
	"tenantry/internal/fault"
)

// The lists that Create makes files of, as the files are named.
const (
	Users         = "users"
	Organizations = "organizations"
	AuditLog      = "audit-log"
)

// maxKey is the longest idempotency key, in characters.
const maxKey = 100

// Request describes a file.
type Request struct {
	Of             string          // Users, Organizations or AuditLog
	List           json.RawMessage // arguments of the list, which its own code has checked
	Format         Format
	Columns        []string // keys; nil means DefaultColumns
	IdempotencyKey *string
}

// DefaultColumns are those of a file of a list for which none are named.
func DefaultColumns(of string) []string {
	switch of {
	case AuditLog:
		return []string{"occurredAt", "action", "actorName", "actorEmail", "actorId", "onBehalfOfName", "onBehalfOfId", "targetType", "targetName",
			"targetId", "organization", "organizationId", "reason", "changes", "ipAddress", "requestId", "id"}
	case Organizations:
		return []string{"id", "name", "kind", "status", "parent", "parentId", "legalName", "address", "contactName", "contactEmail", "phone",
			"tags", "locale", "timezone", "userCount", "seatsUsed", "seatLimit", "plan", "creditBalance", "features", "lastActivityAt", "createdAt"}
	}
	return []string{"id", "displayName", "firstName", "lastName", "email", "phone", "status", "userType", "resellerRole", "roles",
		"organization", "organizationId", "externalId", "timezone", "locale", "twoFactorEnabled", "lastLoginAt", "lastActivityAt", "createdAt"}
}

// Field is the argument of the API that names the list.
func (in *Request) Field() string {
	if in.Of == AuditLog {
		return "auditEvents"
	}
	return in.Of
}

// allowed reports whether a viewer may take away anything of a list.
func (s *Service) allowed(of string, v *authz.Viewer) bool {
	switch of {
	case AuditLog:
		return !s.Authorizer.AuditExportReach(v).None()
	case Organizations:
		return !s.Authorizer.OrganizationExportReach(v).None()
	}
	staff, others := s.Authorizer.UserExportReach(v)
	return staff || !others.None()
}

// Create asks for a file of the rows that the viewer sees and may export, and
// answers the job that will make it. Refusals: REQUIRED, INVALID, DUPLICATE,
// TOO_LONG, LIMIT_REACHED, IDEMPOTENCY_KEY_REUSED. [000]
func (s *Service) Create(ctx context.Context, in Request) (*db.Job, error) {
	viewer := authz.FromContext(ctx)
	if viewer == nil {
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	if !s.allowed(in.Of, viewer) {
		need := []string{authz.ResellerUserExport.Name(), authz.TenantUserExport.Name()}
		switch in.Of {
		case AuditLog:
			need = []string{authz.AuditExport.Name(), authz.AuditRead.Name()}
		case Organizations:
			need = []string{authz.OrganizationExport.Name()}
		}
		return nil, &fault.Error{Kind: fault.Forbidden, Message: "You do not have the permission for this.", Permission: need}
	}
	if err := in.check(); err != nil {
		return nil, err
	}
	return s.CreateOf(ctx, "exportCreate", Order{Kind: job.KindEXPORT, List: in.List, Format: in.Format, Columns: in.Columns, Name: in.Of,
		Audit: in.summary(), IdempotencyKey: in.IdempotencyKey, said: in})
}

// check completes a request, or refuses it.
func (in *Request) check() error {
	var errs fault.Refusals
	if in.IdempotencyKey != nil {
		switch key := strings.TrimSpace(*in.IdempotencyKey); {
		case key == "":
			in.IdempotencyKey = nil
		case utf8.RuneCountInString(key) > maxKey:
			errs.Add(fault.TooLong, "input.idempotencyKey", "At most %d characters.", maxKey)
		default:
			in.IdempotencyKey = &key
		}
	}
	if in.Format != CSV && in.Format != NDJSON && in.Format != XLSX {
		errs.Add(fault.Invalid, "input.format", "Files are made as CSV, NDJSON or XLSX.")
	}
	known, columnsPath := DefaultColumns(in.Of), "input."+in.Field()+".columns"
	if in.Columns == nil {
		in.Columns = known
	}
	if len(in.Columns) == 0 {
		errs.Add(fault.Required, columnsPath, "A file has at least one column.")
	}
	for i, c := range in.Columns {
		path := columnsPath + "." + strconv.Itoa(i)
		switch {
		case !slices.Contains(known, c):
			errs.Add(fault.Invalid, path, "There is no such column.")
		case slices.Contains(in.Columns[:i], c):
			errs.Add(fault.Duplicate, path, "The column is named twice.")
		}
	}
	return errs.Err()
}

// summary tells the audit log what was asked for: of the list's arguments
// those that say something.
func (in *Request) summary() []audit.Change {
	changes := slices.Concat(audit.Text("format", "", string(in.Format)), audit.Text("columns", "", strings.Join(in.Columns, ", ")))
	var list map[string]any
	if json.Unmarshal(in.List, &list) != nil {
		return changes
	}
	for _, name := range []string{"search", "where", "orderBy"} {
		value := said(list[name])
		if value == nil {
			continue
		}
		text, isText := value.(string)
		if !isText {
			written, err := json.Marshal(value)
			if err != nil {
				continue // it came from JSON
			}
			text = string(written)
		}
		changes = append(changes, audit.Text(name, "", text)...)
	}
	return changes
}

// said is a JSON value without the properties that are null; nil when nothing
// is left.
func said(value any) any {
	switch v := value.(type) {
	case map[string]any:
		kept := map[string]any{}
		for name, item := range v {
			if item = said(item); item != nil {
				kept[name] = item
			}
		}
		if len(kept) == 0 {
			return nil
		}
		return kept
	case []any:
		kept := make([]any, len(v))
		for i, item := range v {
			if kept[i] = said(item); kept[i] == nil {
				kept[i] = map[string]any{}
			}
		}
		return kept
	}
	return value
}
