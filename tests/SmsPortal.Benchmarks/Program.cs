Console.WriteLine("usage: SmsPortal.Benchmarks <p1|p2|p3|p7>");
