package portal

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/statussubscription"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/rule"
)

// Subscription is what a person gets by mail.
type Subscription struct{ Incidents, ReleaseNotes bool }

// SubscriptionOf is what a subscriber gets by mail: everything, unless he said
// otherwise.
func SubscriptionOf(ctx context.Context, client *db.Client, userID uuid.UUID) (Subscription, error) {
	row, err := client.StatusSubscription.Query().Where(statussubscription.UserID(userID)).Only(ctx)
	if db.IsNotFound(err) {
		return Subscription{Incidents: true, ReleaseNotes: true}, nil
	} else if err != nil {
		return Subscription{}, fmt.Errorf("read subscription of user %s: %w", userID, err)
	}
	return Subscription{Incidents: row.Incidents, ReleaseNotes: row.ReleaseNotes}, nil
}

// SubscriptionSet changes what the viewer gets by mail; nil leaves it as it is.
// [001]
func (s *Service) SubscriptionSet(ctx context.Context, incidents, releaseNotes *bool) (Subscription, error) {
	var now Subscription
	v, err := viewer(ctx)
	if err != nil {
		return now, err
	}
	if !s.Authorizer.Anywhere(v).Has(authz.ServiceStatusSubscribe) {
		return now, rule.Forbid(authz.ServiceStatusSubscribe)
	}
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		if err := lockSelf(ctx, tx, v); err != nil {
			return err
		}
		was, err := SubscriptionOf(ctx, tx.Client, v.UserID)
		if err != nil {
			return err
		}
		if now = was; incidents != nil {
			now.Incidents = *incidents
		}
		if releaseNotes != nil {
			now.ReleaseNotes = *releaseNotes
		}
		if now == was {
			return nil
		}
		return s.saveSubscription(ctx, tx, v, was, now)
	})
	return now, err
}

func (s *Service) saveSubscription(ctx context.Context, tx *database.Tx, v *authz.Viewer, was, wanted Subscription) error {
	at := s.now()
	n, err := tx.Client.StatusSubscription.Update().Where(statussubscription.UserID(v.UserID)).
		SetIncidents(wanted.Incidents).SetReleaseNotes(wanted.ReleaseNotes).SetUpdatedAt(at).Save(ctx)
	if err == nil && n == 0 {
		err = tx.Client.StatusSubscription.Create().SetID(schema.NewID()).SetAccountID(v.AccountID).SetUserID(v.UserID).
			SetIncidents(wanted.Incidents).SetReleaseNotes(wanted.ReleaseNotes).SetCreatedAt(at).SetUpdatedAt(at).Exec(ctx)
	}
	if err != nil {
		return fmt.Errorf("keep subscription of user %s: %w", v.UserID, err)
	}
	changes := slices.Concat(
		audit.Text("incidents", strconv.FormatBool(was.Incidents), strconv.FormatBool(wanted.Incidents)),
		audit.Text("releaseNotes", strconv.FormatBool(was.ReleaseNotes), strconv.FormatBool(wanted.ReleaseNotes)))
	return audit.Record(ctx, tx, audit.Event{
		At: at, Action: "user.status_subscription_changed", OrganizationID: v.OrganizationID, AccountID: v.AccountID,
		TargetType: "User", TargetID: v.UserID, TargetName: v.DisplayName, Changes: changes,
	})
}
