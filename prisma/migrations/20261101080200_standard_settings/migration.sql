-- What every installation begins with. The statuses' ids are fixed, so that they are the same everywhere.
INSERT INTO case_status (id, name, category, position) VALUES
  ('00000000-0000-7000-8000-000000000001', 'New', 'new', 1),
  ('00000000-0000-7000-8000-000000000002', 'Open', 'open', 2),
  ('00000000-0000-7000-8000-000000000003', 'Waiting for customer', 'waiting_customer', 3),
  ('00000000-0000-7000-8000-000000000004', 'Waiting for third party', 'waiting_third_party', 4),
  ('00000000-0000-7000-8000-000000000005', 'Solved', 'solved', 5),
  ('00000000-0000-7000-8000-000000000006', 'Closed', 'closed', 6),
  ('00000000-0000-7000-8000-000000000007', 'Cancelled', 'cancelled', 7);
INSERT INTO priority (id, name, level, is_default) VALUES
  ('00000000-0000-7000-8000-000000000011', 'Critical', 1, false),
  ('00000000-0000-7000-8000-000000000012', 'High', 2, false),
  ('00000000-0000-7000-8000-000000000013', 'Normal', 3, true),
  ('00000000-0000-7000-8000-000000000014', 'Low', 4, false);
INSERT INTO activity_type (id, name, is_billable, position) VALUES
  ('00000000-0000-7000-8000-000000000021', 'Support', true, 1),
  ('00000000-0000-7000-8000-000000000022', 'Internal', false, 2);
INSERT INTO department (id, name) VALUES ('00000000-0000-7000-8000-000000000031', 'Support');
INSERT INTO company (id, name, default_department_id) VALUES (1, 'My company', '00000000-0000-7000-8000-000000000031');
