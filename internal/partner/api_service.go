package partner

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/apiservice"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// Limits and defaults of the API service.
const (
	DefaultCost = 10_000 // of a key in a minute
	minCost     = 100
	maxCost     = 1_000_000
	maxKeyDays  = 3650
	maxListed   = 50 // origins, and networks
)

// ServicePatch changes the API service; nil leaves a property as it is.
type ServicePatch struct {
	ExpectedVersion *int
	Enabled         *bool
	AllowedOrigins  *[]string // to nil: none
	AllowedNetworks *[]string // to nil: all
	CostPerMinute   rule.Set[int]
	MaxKeyDays      rule.Set[int]
}

// APIService is how the API answers programs of a reseller; before the first
// change, what stands then.
func APIService(ctx context.Context, client *db.Client) (*db.APIService, error) {
	row, err := client.APIService.Query().Only(ctx)
	if db.IsNotFound(err) {
		return &db.APIService{Enabled: true, CostPerMinute: DefaultCost}, nil
	} else if err != nil {
		return nil, fmt.Errorf("read API service: %w", err)
	}
	return row, nil
}

// APIServiceConfigure changes how the API answers programs. Refusals: STALE,
// INVALID, LIMIT_REACHED. [001]
func (s *Service) APIServiceConfigure(ctx context.Context, p ServicePatch) (*db.APIService, error) {
	v, err := viewer(ctx)
	if err != nil {
		return nil, err
	}
	if !s.Authorizer.Has(v, []uuid.UUID{v.RootID}, authz.ApiServiceConfigure) {
		return nil, rule.Forbid(authz.ApiServiceConfigure)
	}
	var errs fault.Refusals
	p.AllowedOrigins = listed(&errs, "input.allowedOrigins", p.AllowedOrigins, origin)
	p.AllowedNetworks = listed(&errs, "input.allowedNetworks", p.AllowedNetworks, network)
	bounded(&errs, "input.costPerMinute", p.CostPerMinute.Value, minCost, maxCost)
	bounded(&errs, "input.maxKeyDays", p.MaxKeyDays.Value, 1, maxKeyDays)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var changed *db.APIService
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		was, err := s.lockService(ctx, tx)
		if err != nil {
			return err
		}
		if err := rule.Stale(p.ExpectedVersion, was.Version, "input.expectedVersion"); err != nil {
			return err
		}
		if err := s.patchService(ctx, tx, v, was, p); err != nil {
			return err
		}
		changed, err = tx.Client.APIService.Query().Only(ctx)
		return err
	})
	return changed, err
}

// lockService reads the one row of a reseller to change it, and makes it when it
// is not there yet, with a version before the first.
func (s *Service) lockService(ctx context.Context, tx *database.Tx) (*db.APIService, error) {
	now := s.now()
	err := tx.Client.APIService.Create().SetID(schema.NewID()).SetVersion(0).SetCostPerMinute(DefaultCost).SetCreatedAt(now).SetUpdatedAt(now).
		OnConflict(entsql.ConflictColumns(apiservice.FieldResellerID)).DoNothing().Exec(ctx)
	if err != nil && !errors.Is(err, sql.ErrNoRows) { // no row: it is there
		return nil, fmt.Errorf("make the API service: %w", err)
	}
	row, err := tx.Client.APIService.Query().ForUpdate().Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("lock the API service: %w", err)
	}
	return row, nil
}

func (s *Service) patchService(ctx context.Context, tx *database.Tx, v *authz.Viewer, was *db.APIService, p ServicePatch) error {
	change := tx.Client.APIService.Update().Where(apiservice.ID(was.ID))
	var changes []audit.Change
	if p.Enabled != nil {
		changes = append(changes, audit.Text("enabled", strconv.FormatBool(was.Enabled), strconv.FormatBool(*p.Enabled))...)
		change.SetEnabled(*p.Enabled)
	}
	if p.AllowedOrigins != nil {
		changes = append(changes, audit.Text("allowedOrigins", strings.Join(was.AllowedOrigins, ", "), strings.Join(*p.AllowedOrigins, ", "))...)
		change.SetAllowedOrigins(texts(*p.AllowedOrigins))
	}
	if p.AllowedNetworks != nil {
		changes = append(changes, audit.Text("allowedNetworks", strings.Join(was.AllowedNetworks, ", "), strings.Join(*p.AllowedNetworks, ", "))...)
		change.SetAllowedNetworks(texts(*p.AllowedNetworks))
	}
	if p.CostPerMinute.Given {
		cost := DefaultCost
		if p.CostPerMinute.Value != nil {
			cost = *p.CostPerMinute.Value
		}
		changes = append(changes, audit.Text("costPerMinute", strconv.Itoa(was.CostPerMinute), strconv.Itoa(cost))...)
		change.SetCostPerMinute(cost)
	}
	if p.MaxKeyDays.Given {
		changes = append(changes, audit.Text("maxKeyDays", number(was.MaxKeyDays), number(p.MaxKeyDays.Value))...)
		if p.MaxKeyDays.Value == nil {
			change.ClearMaxKeyDays()
		} else {
			change.SetMaxKeyDays(*p.MaxKeyDays.Value)
		}
	}
	if len(changes) == 0 && was.Version > 0 {
		return nil
	}
	now := s.now()
	if err := change.SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return fmt.Errorf("change the API service: %w", err)
	}
	if len(changes) == 0 {
		return nil
	}
	return audit.Record(ctx, tx, audit.Event{
		At: now, Action: "api_service.configured", OrganizationID: v.RootID, AccountID: v.RootID,
		TargetType: "Organization", TargetID: v.RootID, TargetName: "API service", Changes: changes,
	})
}

// number is a number in words of the log, empty for none.
func number(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func bounded(errs *fault.Refusals, path string, n *int, from, to int) {
	if n != nil && (*n < from || *n > to) {
		errs.Add(fault.Invalid, path, "The number must be from %d to %d.", from, to)
	}
}

// listed checks the entries of a list, brings them to one spelling and leaves
// out what is named twice.
func listed(errs *fault.Refusals, path string, list *[]string, check func(string) (stored, wrong string)) *[]string {
	if list == nil {
		return nil
	}
	kept := []string{}
	if len(*list) > maxListed {
		errs.Add(fault.LimitReached, path, "At most %d can be named.", maxListed)
		return &kept
	}
	for i, text := range *list {
		stored, wrong := check(strings.TrimSpace(text))
		if wrong != "" {
			errs.Add(fault.Invalid, path+"."+strconv.Itoa(i), "%s", wrong)
		} else if !slices.Contains(kept, stored) {
			kept = append(kept, stored)
		}
	}
	return &kept
}

// origin checks an origin as browsers send it: scheme, host and port, nothing
// else.
func origin(text string) (stored, wrong string) {
	const shape = "An origin is a scheme and a host, such as https://app.partner.test or https://app.partner.test:8443."
	u, err := url.Parse(text)
	if err != nil || len(text) > maxURL || u.Scheme != "https" && u.Scheme != "http" || u.Opaque != "" || u.User != nil || u.Path != "" ||
		strings.ContainsAny(text, "?#*\\ ") || u.Hostname() == "" || strings.HasSuffix(u.Host, ":") {
		return "", shape
	}
	if port := u.Port(); port != "" {
		if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
			return "", shape
		}
		if port == map[string]string{"https": "443", "http": "80"}[u.Scheme] {
			u.Host = strings.TrimSuffix(u.Host, ":"+port)
		}
	}
	return u.Scheme + "://" + strings.ToLower(u.Host), ""
}

// network checks a network in CIDR form, whose address must be that of the
// network: bits behind the prefix would be a slip of the pen.
func network(text string) (stored, wrong string) {
	p, err := netip.ParsePrefix(text)
	if err != nil || p.Addr().Is4In6() {
		return "", "A network is written in CIDR form, such as 198.51.100.0/24 or 2001:db8::/32."
	}
	if p != p.Masked() {
		return "", fmt.Sprintf("The address has bits behind the prefix; the network is %s.", p.Masked())
	}
	return p.String(), ""
}
