package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/ent/db/serviceincident"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *mutationResolver) ServiceIncidentOpen(ctx context.Context, input model.ServiceIncidentOpenInput) (*model.ServiceIncidentPayload, error) {
	panic(fmt.Errorf("not implemented: ServiceIncidentOpen - serviceIncidentOpen"))
}

func (r *mutationResolver) ServiceIncidentUpdate(ctx context.Context, id string, input model.ServiceIncidentUpdateInput) (*model.ServiceIncidentPayload, error) {
	panic(fmt.Errorf("not implemented: ServiceIncidentUpdate - serviceIncidentUpdate"))
}

func (r *mutationResolver) ServiceIncidentDelete(ctx context.Context, id string) (*model.ServiceIncidentDeletePayload, error) {
	panic(fmt.Errorf("not implemented: ServiceIncidentDelete - serviceIncidentDelete"))
}

func (r *mutationResolver) ReleaseNotePublish(ctx context.Context, input model.ReleaseNotePublishInput) (*model.ReleaseNotePayload, error) {
	panic(fmt.Errorf("not implemented: ReleaseNotePublish - releaseNotePublish"))
}

func (r *mutationResolver) ReleaseNoteUpdate(ctx context.Context, id string, input model.ReleaseNoteUpdateInput) (*model.ReleaseNotePayload, error) {
	panic(fmt.Errorf("not implemented: ReleaseNoteUpdate - releaseNoteUpdate"))
}

func (r *mutationResolver) ReleaseNoteDelete(ctx context.Context, id string) (*model.ReleaseNoteDeletePayload, error) {
	panic(fmt.Errorf("not implemented: ReleaseNoteDelete - releaseNoteDelete"))
}

func (r *mutationResolver) StatusSubscriptionSet(ctx context.Context, incidents *bool, releaseNotes *bool) (*model.StatusSubscriptionPayload, error) {
	panic(fmt.Errorf("not implemented: StatusSubscriptionSet - statusSubscriptionSet"))
}

func (r *queryResolver) ServiceIncident(ctx context.Context, id string) (*db.ServiceIncident, error) {
	panic(fmt.Errorf("not implemented: ServiceIncident - serviceIncident"))
}

func (r *queryResolver) ServiceIncidents(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, where *model.ServiceIncidentWhereInput, orderBy []*model.ServiceIncidentOrder) (*model.ServiceIncidentConnection, error) {
	panic(fmt.Errorf("not implemented: ServiceIncidents - serviceIncidents"))
}

func (r *queryResolver) ReleaseNotes(ctx context.Context, first *int, after *string, last *int, before *string, offset *int) (*model.ReleaseNoteConnection, error) {
	panic(fmt.Errorf("not implemented: ReleaseNotes - releaseNotes"))
}

func (r *queryResolver) StatusSubscription(ctx context.Context) (*model.StatusSubscription, error) {
	panic(fmt.Errorf("not implemented: StatusSubscription - statusSubscription"))
}

func (r *releaseNoteResolver) ViewerActions(ctx context.Context, obj *db.ReleaseNote) ([]model.ReleaseNoteAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *serviceIncidentResolver) Updates(ctx context.Context, obj *db.ServiceIncident) ([]*db.ServiceIncidentNews, error) {
	panic(fmt.Errorf("not implemented: Updates - updates"))
}

func (r *serviceIncidentResolver) ViewerActions(ctx context.Context, obj *db.ServiceIncident) ([]model.ServiceIncidentAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *serviceIncidentNewsResolver) Status(ctx context.Context, obj *db.ServiceIncidentNews) (serviceincident.Status, error) {
	panic(fmt.Errorf("not implemented: Status - status"))
}

func (r *Resolver) ReleaseNote() generated.ReleaseNoteResolver { return &releaseNoteResolver{r} }

func (r *Resolver) ServiceIncident() generated.ServiceIncidentResolver {
	return &serviceIncidentResolver{r}
}

func (r *Resolver) ServiceIncidentNews() generated.ServiceIncidentNewsResolver {
	return &serviceIncidentNewsResolver{r}
}

type (
	releaseNoteResolver         struct{ *Resolver }
	serviceIncidentResolver     struct{ *Resolver }
	serviceIncidentNewsResolver struct{ *Resolver }
)
