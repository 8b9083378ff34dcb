package partner

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/webhookendpoint"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
	"tenantry/internal/rule"
)

// Limits of webhook endpoints.
const (
	maxEndpoints = 50 // of one organization
	maxEvents    = 100
	maxSelection = 10_000 // characters
)

// NewEndpoint is a webhook endpoint to enter.
type NewEndpoint struct {
	OrganizationID uuid.UUID
	Name, URL      string
	Events         []string
	Selection      *string
	IdempotencyKey *string
}

// EndpointPatch changes a webhook endpoint.
type EndpointPatch struct {
	ExpectedVersion *int
	Name, URL       *string
	Events          *[]string
	Selection       rule.Set[string]
}

// EndpointCreate enters a webhook endpoint and answers its secret, which is not
// shown again: a repeated request has none. Refusals: NOT_FOUND, WRONG_STATE,
// FEATURE_DISABLED, REQUIRED, INVALID, TOO_LONG, DUPLICATE, LIMIT_REACHED,
// IDEMPOTENCY_KEY_REUSED. [001]
func (s *Service) EndpointCreate(ctx context.Context, in NewEndpoint) (_ *db.WebhookEndpoint, secret *string, _ error) {
	v, err := viewer(ctx)
	if err != nil {
		return nil, nil, err
	}
	var errs fault.Refusals
	in.Name = rule.Name(&errs, "input.name", in.Name, rule.MaxName)
	in.URL = webhookURL(&errs, "input.url", in.URL)
	in.Events = judgeEvents(&errs, in.Events)
	in.Selection = s.judgeSelection(&errs, in.Selection)
	in.IdempotencyKey = rule.Maybe(&errs, "input.idempotencyKey", in.IdempotencyKey, rule.MaxKey)
	if err := errs.Err(); err != nil {
		return nil, nil, err
	}
	var created *db.WebhookEndpoint
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		secret = nil
		place, err := rule.LockPlace(ctx, tx, in.OrganizationID)
		if err != nil {
			return err
		}
		if err := rule.Deny(s.Authorizer.WebhookEndpointCreate(v, place.Target()), "input.organizationId"); err != nil {
			return err
		}
		fresh := false
		done, err := rule.Once(ctx, tx, s.now(), "webhookEndpointCreate", in.IdempotencyKey, in, func() (made, error) {
			fresh = true
			id, err := s.insertEndpoint(ctx, tx, v, place, in)
			return made{id}, err
		})
		if err != nil {
			return err
		}
		created, err = tx.Client.WebhookEndpoint.Query().Where(webhookendpoint.ID(done.ID)).Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "input.idempotencyKey", "The endpoint that was made with this key is gone.")
		}
		if err == nil && fresh {
			secret = new(s.WebhookSecret(created.ResellerID, created.ID, created.SecretVersion))
		}
		return err
	})
	return created, secret, err
}

func (s *Service) insertEndpoint(ctx context.Context, tx *database.Tx, v *authz.Viewer, place *rule.Place, in NewEndpoint) (uuid.UUID, error) {
	id, now, org := schema.NewID(), s.now(), place.Organization
	if err := place.Needs(ctx, tx, feature.Webhooks, "input.organizationId"); err != nil {
		return id, err
	}
	count, err := tx.Client.WebhookEndpoint.Query().Where(webhookendpoint.OrganizationID(org.ID)).Count(ctx)
	if err != nil {
		return id, fmt.Errorf("count endpoints of organization %s: %w", org.ID, err)
	}
	if count >= maxEndpoints {
		return id, fault.Refuse(fault.LimitReached, "input.organizationId", "An organization has at most %d webhook endpoints.", maxEndpoints)
	}
	created, err := tx.Client.WebhookEndpoint.Create().SetID(id).SetOrganizationID(org.ID).SetAccountID(org.AccountID).
		SetName(in.Name).SetSortName(rule.Fold(in.Name)).SetURL(in.URL).SetEvents(texts(in.Events)).SetSelection(rule.Or(in.Selection, "")).
		SetCreatedBy(v.UserID).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	if err != nil {
		return id, fmt.Errorf("create webhook endpoint: %w", err)
	}
	changes := slices.Concat(audit.Text("name", "", in.Name), audit.Text("url", "", hostOf(in.URL)), audit.Text("events", "", strings.Join(in.Events, ", ")))
	return id, audit.Record(ctx, tx, endpointEvent(created, now, "created", changes))
}

// EndpointUpdate changes what the patch names. Refusals: NOT_FOUND, WRONG_STATE,
// STALE, REQUIRED, INVALID, TOO_LONG, DUPLICATE.
func (s *Service) EndpointUpdate(ctx context.Context, id uuid.UUID, p EndpointPatch) (*db.WebhookEndpoint, error) {
	var errs fault.Refusals
	if p.Name != nil {
		p.Name = new(rule.Name(&errs, "input.name", *p.Name, rule.MaxName))
	}
	if p.URL != nil {
		p.URL = new(webhookURL(&errs, "input.url", *p.URL))
	}
	if p.Events != nil {
		p.Events = new(judgeEvents(&errs, *p.Events))
	}
	p.Selection.Value = s.judgeSelection(&errs, p.Selection.Value)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.changeEndpoint(ctx, authz.WebhookEndpointActionUpdate, id, p.ExpectedVersion, "input.expectedVersion",
		func(ctx context.Context, tx *database.Tx, _ *rule.Place, e *db.WebhookEndpoint) error {
			change := tx.Client.WebhookEndpoint.Update().Where(webhookendpoint.ID(id))
			var changes []audit.Change
			if p.Name != nil {
				changes = append(changes, audit.Text("name", e.Name, *p.Name)...)
				change.SetName(*p.Name).SetSortName(rule.Fold(*p.Name))
			}
			if p.URL != nil && *p.URL != e.URL {
				changes = append(changes, audit.Change{Field: "url", Before: new(hostOf(e.URL)), After: new(hostOf(*p.URL))})
				change.SetURL(*p.URL)
			}
			if p.Events != nil && !same(*p.Events, e.Events) {
				changes = append(changes, audit.Text("events", strings.Join(e.Events, ", "), strings.Join(*p.Events, ", "))...)
				change.SetEvents(texts(*p.Events))
			}
			if p.Selection.Given {
				changes = append(changes, audit.Text("selection", e.Selection, rule.Or(p.Selection.Value, ""))...)
				change.SetSelection(rule.Or(p.Selection.Value, ""))
			}
			return s.saveEndpoint(ctx, tx, e, change, "updated", changes)
		})
}

// EndpointEnable tells an endpoint of events again. Refusals: NOT_FOUND,
// WRONG_STATE, FEATURE_DISABLED, STALE.
func (s *Service) EndpointEnable(ctx context.Context, id uuid.UUID, expectedVersion *int) (*db.WebhookEndpoint, error) {
	return s.changeEndpoint(ctx, authz.WebhookEndpointActionEnable, id, expectedVersion, "expectedVersion",
		func(ctx context.Context, tx *database.Tx, place *rule.Place, e *db.WebhookEndpoint) error {
			if err := place.Needs(ctx, tx, feature.Webhooks, "id"); err != nil {
				return err
			}
			change := tx.Client.WebhookEndpoint.Update().Where(webhookendpoint.ID(id)).SetActive(true)
			return s.saveEndpoint(ctx, tx, e, change, "enabled", audit.Text("active", "false", "true"))
		})
}

// EndpointDisable stops telling an endpoint of events. Refusals: NOT_FOUND,
// WRONG_STATE, STALE.
func (s *Service) EndpointDisable(ctx context.Context, id uuid.UUID, expectedVersion *int) (*db.WebhookEndpoint, error) {
	return s.changeEndpoint(ctx, authz.WebhookEndpointActionDisable, id, expectedVersion, "expectedVersion",
		func(ctx context.Context, tx *database.Tx, _ *rule.Place, e *db.WebhookEndpoint) error {
			change := tx.Client.WebhookEndpoint.Update().Where(webhookendpoint.ID(id)).SetActive(false)
			return s.saveEndpoint(ctx, tx, e, change, "disabled", audit.Text("active", "true", "false"))
		})
}

// EndpointSecretRotate replaces the secret of an endpoint and answers the new
// one, which is not shown again. Of two rotations at once each answers a secret
// of its own, and the later counts. Refusals: NOT_FOUND.
func (s *Service) EndpointSecretRotate(ctx context.Context, id uuid.UUID) (_ *db.WebhookEndpoint, secret *string, _ error) {
	changed, err := s.changeEndpoint(ctx, authz.WebhookEndpointActionRotateSecret, id, nil, "",
		func(ctx context.Context, tx *database.Tx, _ *rule.Place, e *db.WebhookEndpoint) error {
			next := e.SecretVersion + 1
			change := tx.Client.WebhookEndpoint.Update().Where(webhookendpoint.ID(id)).SetSecretVersion(next)
			changes := audit.Text("secretVersion", strconv.Itoa(e.SecretVersion), strconv.Itoa(next))
			return s.saveEndpoint(ctx, tx, e, change, "secret_rotated", changes)
		})
	if err != nil {
		return nil, nil, err
	}
	return changed, new(s.WebhookSecret(changed.ResellerID, changed.ID, changed.SecretVersion)), nil
}

// EndpointDelete removes an endpoint. Refusals: NOT_FOUND.
func (s *Service) EndpointDelete(ctx context.Context, id uuid.UUID) error {
	_, err := s.changeEndpoint(ctx, authz.WebhookEndpointActionDelete, id, nil, "",
		func(ctx context.Context, tx *database.Tx, _ *rule.Place, e *db.WebhookEndpoint) error {
			if _, err := tx.Client.WebhookEndpoint.Delete().Where(webhookendpoint.ID(id)).Exec(ctx); err != nil {
				return fmt.Errorf("delete webhook endpoint %s: %w", id, err)
			}
			changes := slices.Concat(audit.Text("name", e.Name, ""), audit.Text("url", hostOf(e.URL), ""))
			return audit.Record(ctx, tx, endpointEvent(e, s.now(), "deleted", changes))
		})
	return err
}

// saveEndpoint writes a change and its line; without changes nothing.
func (s *Service) saveEndpoint(ctx context.Context, tx *database.Tx, e *db.WebhookEndpoint, change *db.WebhookEndpointUpdate, action string, changes []audit.Change) error {
	if len(changes) == 0 {
		return nil
	}
	now := s.now()
	if err := change.SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return fmt.Errorf("change webhook endpoint %s: %w", e.ID, err)
	}
	return audit.Record(ctx, tx, endpointEvent(e, now, action, changes))
}

// changeEndpoint locks the account of an endpoint and then the endpoint, asks
// the policy, and carries out a change. It answers the endpoint as it is then,
// nil when gone.
func (s *Service) changeEndpoint(ctx context.Context, action authz.WebhookEndpointAction, id uuid.UUID, expected *int, path string,
	change func(context.Context, *database.Tx, *rule.Place, *db.WebhookEndpoint) error,
) (*db.WebhookEndpoint, error) {
	var changed *db.WebhookEndpoint
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		e, err := tx.Client.WebhookEndpoint.Query().Where(webhookendpoint.ID(id)).Only(ctx)
		if err != nil && !db.IsNotFound(err) {
			return fmt.Errorf("read webhook endpoint %s: %w", id, err)
		}
		var place *rule.Place
		if e != nil {
			if place, err = rule.LockPlace(ctx, tx, e.OrganizationID); err != nil {
				return err
			}
			e, err = tx.Client.WebhookEndpoint.Query().Where(webhookendpoint.ID(id)).ForUpdate().Only(ctx)
			if err != nil && !db.IsNotFound(err) {
				return fmt.Errorf("lock webhook endpoint %s: %w", id, err)
			}
		}
		var target authz.OwnedTarget
		if e != nil && place != nil {
			target = place.Own(e.ID, EndpointStatus(e))
		}
		if err := rule.Deny(s.Authorizer.WebhookEndpoint(authz.FromContext(ctx), action, target), "id"); err != nil {
			return err
		}
		if err := rule.Stale(expected, e.Version, path); err != nil {
			return err
		}
		if err := change(ctx, tx, place, e); err != nil {
			return err
		}
		changed, err = tx.Client.WebhookEndpoint.Query().Where(webhookendpoint.ID(id)).Only(ctx)
		if db.IsNotFound(err) {
			changed, err = nil, nil
		}
		return err
	})
	return changed, err
}

// EndpointStatus is the state of an endpoint as the policy knows it.
func EndpointStatus(e *db.WebhookEndpoint) string {
	if e.Active {
		return "ACTIVE"
	}
	return authz.WebhookEndpointDisabled
}

// hostOf is what the log keeps of an address: what stands behind the host can be
// a secret of the other system.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

// judgeEvents checks keys of events and puts them in the order of the catalogue.
func judgeEvents(errs *fault.Refusals, keys []string) []string {
	const path = "input.events"
	if len(keys) == 0 {
		errs.Add(fault.Required, path, "Name one event at least.")
	}
	if len(keys) > maxEvents {
		errs.Add(fault.LimitReached, path, "At most %d events can be named.", maxEvents)
		return nil
	}
	for i, key := range keys {
		switch at := path + "." + strconv.Itoa(i); {
		case placeOf(key) < 0:
			errs.Add(fault.Invalid, at, "There is no such event; webhookEvents lists them.")
		case slices.Contains(keys[:i], key):
			errs.Add(fault.Duplicate, at, "The event is named twice.")
		}
	}
	sorted := slices.Clone(keys)
	slices.SortFunc(sorted, func(a, b string) int { return placeOf(a) - placeOf(b) })
	return sorted
}

// judgeSelection checks the document that names the fields of events; one that
// says nothing is none.
func (s *Service) judgeSelection(errs *fault.Refusals, document *string) *string {
	const path = "input.selection"
	if document == nil {
		return nil
	}
	text := rule.Clean(errs, path, *document, maxSelection)
	if text == "" {
		return nil
	}
	if wrong := s.Selection(text); wrong != "" {
		errs.Add(fault.Invalid, path, "%s", wrong)
	}
	return &text
}

func endpointEvent(e *db.WebhookEndpoint, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: "webhook_endpoint." + action, OrganizationID: e.OrganizationID, AccountID: e.AccountID,
		TargetType: "WebhookEndpoint", TargetID: e.ID, TargetName: e.Name, Changes: changes,
	}
}
