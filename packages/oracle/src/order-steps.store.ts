import type { Oracle } from "./oracle.store.ts";

// The table of legal steps is `legal` of services/orders/src/order-state.ts. Refunds go along with any step from
// Paid on, and only a full one is a status. A change adds an entry or more, all of one moment, and raises the
// revision by one; notes and disputes stand beside the order and change nothing of it.
export const legalSteps: Oracle = {
  name: "an order took legal steps only, each a revision",
  when: "always",
  text: `
    with entry as (
      select order_id, kind, at, position from orders.timeline
       where kind not in ('Note', 'PaymentDisputed')
         and order_id in (select order_id from orders.orders where request_hash is not null)
    ), step as (
      select order_id, kind, lag(kind, 1, '') over (partition by order_id order by position) as before
        from entry where kind not like 'Refund%'
    ), illegal as (
      select order_id, string_agg(before || ' > ' || kind, ', ') as steps
        from step
       where before <> kind -- said twice is told by the one above
         and (before, kind) not in (values
           ('', 'Created'),
           ('Created', 'Confirmed'), ('Created', 'PaymentFailed'), ('Created', 'Cancelled'),
           ('PaymentFailed', 'Confirmed'), ('PaymentFailed', 'Cancelled'),
           ('Confirmed', 'Paid'), ('Confirmed', 'PaymentFailed'), ('Confirmed', 'Cancelled'),
           ('Paid', 'ProcessingStarted'), ('Paid', 'Shipped'), ('Paid', 'Cancelled'),
           ('ProcessingStarted', 'Shipped'), ('ProcessingStarted', 'Cancelled'),
           ('Shipped', 'Delivered'))
       group by order_id
    ), told as (
      select order_id, count(*) as entries, count(distinct at) as moments,
             count(*) filter (where kind = 'Refunded') as refunds,
             (array_agg(case kind when 'Created' then 'Pending' when 'ProcessingStarted' then 'Processing' else kind end
                        order by position desc) filter (where kind not like 'Refund%'))[1] as status
        from entry group by order_id
    )
    select orders.order_number || ' is ' || orders.status || ' at revision ' || orders.revision
           || '; told is ' || coalesce(told.status, 'nothing') || ', in ' || coalesce(told.entries, 0)
           || ' entries of ' || coalesce(told.moments, 0) || ' moments'
           || coalesce('; ' || illegal.steps, '') as what
      from orders.orders
      left join told using (order_id)
      left join illegal using (order_id)
     where orders.request_hash is not null
       and (illegal.order_id is not null or told.order_id is null
            or orders.revision not between told.moments and told.entries
            or case when orders.status = 'Refunded'
                    then told.refunds = 0 or told.status not in ('Paid', 'Processing', 'Shipped', 'Delivered')
                    else told.status is distinct from orders.status end)`,
};

export const stepsToldOnce: Oracle = {
  name: "an order's steps are told once each",
  when: "always",
  text: `
    select 'order ' || order_id || ' was told to be ' || kind || ' ' || count(*) || ' times' as what
      from orders.timeline
     where kind in ('Created', 'Paid', 'Cancelled', 'Delivered')
     group by order_id, kind
    having count(*) > 1
    union all
    -- Confirmed anew only where a payment failed in between.
    select 'order ' || order_id || ' was told to be Confirmed ' || count(*) filter (where kind = 'Confirmed')
           || ' times'
      from orders.timeline
     where kind in ('Confirmed', 'PaymentFailed')
     group by order_id
    having count(*) filter (where kind = 'Confirmed')
           > count(*) filter (where kind = 'PaymentFailed') + 1`,
};
